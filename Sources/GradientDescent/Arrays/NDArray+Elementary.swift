extension NDArray {
  /// eˣ of each element.
  public func exp() -> NDArray { NDArray.elementwise(ExpFunction.self, self) }

  /// eˣ − 1 of each element, exact near 0 too.
  public func expm1() -> NDArray { NDArray.elementwise(Expm1Function.self, self) }

  /// The natural logarithm of each element; −inf for 0, nan for negative ones.
  public func log() -> NDArray { NDArray.elementwise(LogFunction.self, self) }

  /// ln(1 + x) of each element, exact near 0 too.
  public func log1p() -> NDArray { NDArray.elementwise(Log1pFunction.self, self) }

  /// The sine of each element, an angle in radians.
  public func sin() -> NDArray { NDArray.elementwise(SinFunction.self, self) }

  /// The cosine of each element, an angle in radians.
  public func cos() -> NDArray { NDArray.elementwise(CosFunction.self, self) }

  /// The hyperbolic tangent of each element.
  public func tanh() -> NDArray { NDArray.elementwise(TanhFunction.self, self) }

  /// The logistic function 1/(1 + e⁻ˣ) of each element.
  public func sigmoid() -> NDArray { NDArray.elementwise(SigmoidFunction.self, self) }

  /// The error function 2/√π · ∫₀ˣ e^(−t²) dt of each element.
  public func erf() -> NDArray { NDArray.elementwise(ErfFunction.self, self) }
}

private enum ExpFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.exp(x) }
  static func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.exp(x, y, count) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * y }
}

private enum Expm1Function: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.expm1(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (y + 1) }
}

private enum LogFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.log(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / x }
}

private enum Log1pFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.log1p(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / (1 + x) }
}

private enum SinFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.sin(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * T.cos(x) }
}

private enum CosFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.cos(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { -g * T.sin(x) }
}

private enum TanhFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.tanh(x) }
  static func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.tanh(x, y, count) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (1 - y * y) }
}

private enum SigmoidFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.sigmoid(x) }
  static func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) { ElementaryKernel.sigmoid(x, y, count) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g * (1 - y) * y }
}

private enum ErfFunction: UnaryFunction {
  static func value<T: Element>(_ x: T) -> T { T.erf(x) }
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T {
    // 2/√π
    g * T(1.1283791670955126) * T.exp(-x * x)
  }
}
