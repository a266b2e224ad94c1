// Functions with kinks. Their gradients at a kink are PyTorch's.
extension NDArray {
  /// max(x, 0) of each element; nan stays nan. The gradient at 0 is 0.
  public func relu() -> NDArray { NDArray.elementwise(ReLUFunction(), self) }

  /// |x| of each element. The gradient at 0 is 0.
  public func abs() -> NDArray { NDArray.elementwise(AbsFunction(), self) }

  /// −1, 0 or 1 by the sign of each element, and 0 for nan, as in PyTorch. The gradient is 0.
  public func sign() -> NDArray { NDArray.elementwise(SignFunction(), self) }

  /// The greater of each pair of elements, nan if either is nan; shapes broadcast as in NumPy. Where
  /// both are equal, each takes half of the gradient.
  public static func maximum(_ a: NDArray, _ b: NDArray) -> NDArray {
    elementwise(MaximumFunction(), a, b)
  }

  /// The greater of each element and a number.
  public static func maximum(_ a: NDArray, _ b: Double) -> NDArray {
    maximum(a, NDArray(b, dtype: a.dtype))
  }

  /// The lesser of each pair of elements, nan if either is nan; shapes broadcast as in NumPy. Where
  /// both are equal, each takes half of the gradient.
  public static func minimum(_ a: NDArray, _ b: NDArray) -> NDArray {
    elementwise(MinimumFunction(), a, b)
  }

  /// The lesser of each element and a number.
  public static func minimum(_ a: NDArray, _ b: Double) -> NDArray {
    minimum(a, NDArray(b, dtype: a.dtype))
  }
}

private struct ReLUFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x < 0 ? 0 : x }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { y <= 0 ? 0 : g }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g.kept(where: y .> 0) }
}

private struct AbsFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x.magnitude }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * SignFunction().value(x) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * x.sign() }
}

private struct SignFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x > 0 ? 1 : x < 0 ? -1 : 0 }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { 0 }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g.kept(where: nil) }
}

private struct MaximumFunction: BinaryFunction {
  var name: String { "maximum" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a > b || a.isNaN ? a : b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) {
    if a == b { return (g / 2, g / 2) }
    return (a < b ? 0 : g, a > b ? 0 : g)
  }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) {
    let half = (a .== b) * 0.5
    return (g * ((a .> b) + half), g * ((a .< b) + half))
  }
}

private struct MinimumFunction: BinaryFunction {
  var name: String { "minimum" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a < b || a.isNaN ? a : b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) {
    if a == b { return (g / 2, g / 2) }
    return (a > b ? 0 : g, a < b ? 0 : g)
  }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) {
    let half = (a .== b) * 0.5
    return (g * ((a .< b) + half), g * ((a .> b) + half))
  }
}
