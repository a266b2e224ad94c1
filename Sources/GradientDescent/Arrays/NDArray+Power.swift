extension NDArray {
  /// Each element to the power of a number.
  ///
  /// The derivative is p·xᵖ⁻¹, and 0 where p is 0. The powers 2 and ½ are `square` and `squareRoot`.
  /// - Parameter exponent: p, any number; negative elements give nan unless it is whole
  public func pow(_ exponent: Double) -> NDArray {
    if exponent == 2 { return square() }
    if exponent == 0.5 { return squareRoot() }
    return pow(NDArray(exponent, dtype: dtype))
  }

  /// Each element to the power of the other array's; shapes broadcast as in NumPy.
  ///
  /// With y = aᵇ: ∂y/∂a = b·aᵇ⁻¹, and 0 where b is 0; ∂y/∂b = y·ln a, and 0 where a is 0 and b is not
  /// negative.
  /// - Source: PyTorch's `pow`
  public func pow(_ exponent: NDArray) -> NDArray {
    NDArray.elementwise(PowFunction(), self, exponent)
  }
}

private struct PowFunction: BinaryFunction {
  var name: String { "pow" }
  func value<T: Element>(_ a: T, _ b: T) -> T { T.pow(a, b) }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) {
    (
      b == 0 ? 0 : g * (b * T.pow(a, b - 1)),
      a == 0 && b >= 0 ? 0 : g * (T.pow(a, b) * T.log(a))
    )
  }

  /// Where a slope is 0 by decision, the formula is computed with harmless numbers.
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) {
    let isConstant = b .== 0
    let byBase = g * (b * a.pow(NDArray.where(isConstant, b + 1, b) - 1))
    // Its logarithm is of no use where nobody asks for the exponent's slope, and often nan.
    guard b.node.needsGradient else { return (byBase.kept(where: 1 - isConstant), g) }
    let isZero = (a .== 0) * (b .>= 0)
    let base = NDArray.where(isZero, NDArray(1, dtype: a.dtype), a)
    let byExponent = g * (a.pow(b) * base.log())
    return (byBase.kept(where: 1 - isConstant), byExponent.kept(where: 1 - isZero))
  }
}
