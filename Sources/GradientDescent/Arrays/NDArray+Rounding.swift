// Steps have the gradient 0, as in PyTorch.
extension NDArray {
  /// The greatest whole number that is not above each element. The gradient is 0.
  public func floor() -> NDArray { NDArray.elementwise(Rounding(rule: .down), self) }

  /// The least whole number that is not below each element. The gradient is 0.
  public func ceil() -> NDArray { NDArray.elementwise(Rounding(rule: .up), self) }

  /// The whole number nearest to each element; halves go to the even one, as in NumPy and PyTorch. The
  /// gradient is 0.
  public func round() -> NDArray { NDArray.elementwise(Rounding(rule: .toNearestOrEven), self) }
}

private struct Rounding: UnaryFunction {
  let rule: FloatingPointRoundingRule

  func value<T: Element>(_ x: T) -> T { x.rounded(rule) }

  func values<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    // The rule is known before the loop: the loop is the instruction for it.
    switch rule {
    case .down: for i in 0..<count { y[i] = x[i].rounded(.down) }
    case .up: for i in 0..<count { y[i] = x[i].rounded(.up) }
    default: for i in 0..<count { y[i] = x[i].rounded(.toNearestOrEven) }
    }
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { 0 }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g.kept(where: nil) }
}
