extension NDArray {
  /// 2ˣ of each element.
  public func exp2() -> NDArray { NDArray.elementwise(Exp2Function(), self) }

  /// The logarithm to the base 2 of each element; −inf for 0, nan for negative ones.
  public func log2() -> NDArray { NDArray.elementwise(Log2Function(), self) }

  /// The logarithm to the base 10 of each element; −inf for 0, nan for negative ones.
  public func log10() -> NDArray { NDArray.elementwise(Log10Function(), self) }

  /// The tangent of each element, an angle in radians.
  public func tan() -> NDArray { NDArray.elementwise(TanFunction(), self) }

  /// ln(1 + eˣ) of each element, a smooth max(x, 0).
  ///
  /// PyTorch's `softplus` returns x itself above 20, where this one still adds the 2·10⁻⁹ that are missing.
  /// - Source: NumPy's `logaddexp(0, x)`
  public func softplus() -> NDArray { NDArray.elementwise(SoftplusFunction(), self) }

  /// The square root of each element, as NumPy and PyTorch call `squareRoot`; nan for negative ones.
  public func sqrt() -> NDArray { squareRoot() }
}

private struct Exp2Function: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.exp2(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.exp2(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (y * T(0.6931471805599453)) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * (y * 0.6931471805599453) }
}

private struct Log2Function: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.log2(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.log2(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / (x * T(0.6931471805599453)) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g / (x * 0.6931471805599453) }
}

private struct Log10Function: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.log10(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.log10(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / (x * T(2.302585092994046)) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g / (x * 2.302585092994046) }
}

private struct TanFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.tan(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.tan(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (1 + y * y) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * (1 + y * y) }
}

private struct SoftplusFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.softplus(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.softplus(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * T.sigmoid(x) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * x.sigmoid() }
}
