extension NDArray {
  /// eˣ of each element.
  public func exp() -> NDArray { NDArray.elementwise(ExpFunction(), self) }

  /// eˣ − 1 of each element, exact near 0 too.
  public func expm1() -> NDArray { NDArray.elementwise(Expm1Function(), self) }

  /// The natural logarithm of each element; −inf for 0, nan for negative ones.
  public func log() -> NDArray { NDArray.elementwise(LogFunction(), self) }

  /// ln(1 + x) of each element, exact near 0 too.
  public func log1p() -> NDArray { NDArray.elementwise(Log1pFunction(), self) }

  /// The sine of each element, an angle in radians.
  public func sin() -> NDArray { NDArray.elementwise(SinFunction(), self) }

  /// The cosine of each element, an angle in radians.
  public func cos() -> NDArray { NDArray.elementwise(CosFunction(), self) }

  /// The hyperbolic tangent of each element.
  public func tanh() -> NDArray { NDArray.elementwise(TanhFunction(), self) }

  /// The logistic function 1/(1 + e⁻ˣ) of each element.
  public func sigmoid() -> NDArray { NDArray.elementwise(SigmoidFunction(), self) }

  /// The error function 2/√π · ∫₀ˣ e^(−t²) dt of each element.
  public func erf() -> NDArray { NDArray.elementwise(ErfFunction(), self) }
}

private struct ExpFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.exp(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.exp(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * y }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * y }
}

private struct Expm1Function: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.expm1(x) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (y + 1) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * (y + 1) }
}

private struct LogFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.log(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.log(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / x }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g / x }
}

private struct Log1pFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.log1p(x) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / (1 + x) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g / (1 + x) }
}

private struct SinFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.sin(x) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * T.cos(x) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * x.cos() }
}

private struct CosFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.cos(x) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { -g * T.sin(x) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { -g * x.sin() }
}

private struct TanhFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.tanh(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.tanh(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (1 - y * y) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * (1 - y * y) }
}

private struct SigmoidFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.sigmoid(x) }
  func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.sigmoid(x, y, count) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (1 - y) * y }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g * (1 - y) * y }
}

private struct ErfFunction: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { T.erf(x) }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T {
    // 2/√π
    g * T(1.1283791670955126) * T.exp(-x * x)
  }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    g * 1.1283791670955126 * (-x * x).exp()
  }
}
