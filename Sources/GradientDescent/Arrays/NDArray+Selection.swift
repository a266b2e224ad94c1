extension NDArray {
  /// Each element, moved to the nearest number from `minimum` to `maximum`; nan stays nan.
  ///
  /// The gradient is 1 between `minimum` and `maximum`, and 0 at both and outside.
  /// - Parameters:
  ///   - minimum: the least value; −∞ for none
  ///   - maximum: the greatest value, not below `minimum`; ∞ for none
  /// - Source: PyTorch's `clamp`
  public func clip(_ minimum: Double, _ maximum: Double) -> NDArray {
    if !(minimum <= maximum) {
      fault("clip", "from \(minimum) to \(maximum) there is no number")
    }
    return NDArray.elementwise(Clip(minimum: minimum, maximum: maximum), self)
  }

  /// PyTorch's name of `clip`.
  /// - Parameters:
  ///   - minimum: the least value; −∞ for none
  ///   - maximum: the greatest value, not below `minimum`; ∞ for none
  public func clamp(_ minimum: Double, _ maximum: Double) -> NDArray { clip(minimum, maximum) }

  /// PyTorch's name of `clip`, with one bound or both: `x.clamp(min: 0)`.
  /// - Parameters:
  ///   - minimum: the least value; none unless given
  ///   - maximum: the greatest value, not below `minimum`; none unless given
  public func clamp(min minimum: Double = -.infinity, max maximum: Double = .infinity) -> NDArray {
    clip(minimum, maximum)
  }

  /// An element of `a` where the condition holds, and of `b` where it does not; shapes broadcast as
  /// in NumPy. What is not chosen takes no part in the gradient.
  ///
  /// Both are computed everywhere, and so are their gradients: where a formula is not defined, its slope
  /// is infinite or nan, and 0 times that is nan. `where(x .> 0, x.log(), 0 * x)` has the gradient nan
  /// at 0 although the other side is chosen there. The remedy is a second `where` inside of the formula,
  /// which gives it a harmless number where it is not chosen:
  ///
  ///     let safe = NDArray.where(x .> 0, x, NDArray(1))
  ///     let y = NDArray.where(x .> 0, safe.log(), NDArray(0))
  ///
  /// - Parameters:
  ///   - condition: holds where it is not 0; such as `x .> 0`
  ///   - a: the elements where it holds
  ///   - b: the elements where it does not
  public static func `where`(_ condition: NDArray, _ a: NDArray, _ b: NDArray) -> NDArray {
    requireSameType("where", condition, a)
    let values = commonShape("where", a, b)
    guard let shape = condition.shape.broadcast(with: values) else {
      fault("where", "the shapes \(condition.shape) and \(values) do not broadcast together")
    }
    let (c, a, b) = (condition.broadcast(to: shape), a.broadcast(to: shape), b.broadcast(to: shape))
    return withExtendedLifetime((a, b, c)) { operation(Choice(), shape, a.node, b.node, c.node) }
  }
}

private struct Clip: UnaryFunction {
  let minimum, maximum: Double

  func value<T: Element>(_ x: T) -> T {
    x < T(minimum) ? T(minimum) : x > T(maximum) ? T(maximum) : x
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T {
    isAbove(x) && isBelow(x) ? g : 0
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    let isAbove = minimum == -.infinity ? x .== x : x .> minimum
    let isBelow = maximum == .infinity ? x .== x : x .< maximum
    return g.kept(where: isAbove * isBelow)
  }

  // An infinite bound is none.

  @inline(__always)
  private func isAbove<T: Element>(_ x: T) -> Bool {
    minimum == -.infinity ? x == x : x > T(minimum)
  }

  @inline(__always)
  private func isBelow<T: Element>(_ x: T) -> Bool {
    maximum == .infinity ? x == x : x < T(maximum)
  }
}

private struct Choice: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (a, b, condition) = inputs.three
    let (x, y, c) = (a.pointer(T.self), b.pointer(T.self), condition.pointer(T.self))
    let z = result.pointer(T.self)
    for i in 0..<result.count { z[i] = c[i] != 0 ? x[i] : y[i] }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (a, b, condition) = inputs.three
    let (c, g) = (condition.pointer(T.self), gradient.pointer(T.self))
    a.addToGradient { c[$0] != 0 ? g[$0] : 0 }
    b.addToGradient { c[$0] == 0 ? g[$0] : 0 }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (condition, g) = (call.inputs[2], call.gradient)
    return [g.kept(where: condition), g.kept(where: condition .== 0), nil]
  }
}
