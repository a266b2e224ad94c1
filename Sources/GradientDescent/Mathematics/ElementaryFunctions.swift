/// The elementary functions of `Mathematics`, for kernels that are generic over their element.
protocol ElementaryFunctions {
  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func sigmoid(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func exp2(_ x: Self) -> Self
  static func log2(_ x: Self) -> Self
  static func log10(_ x: Self) -> Self
  static func softplus(_ x: Self) -> Self
  static func pow(_ x: Self, _ y: Self) -> Self
}

extension Double: ElementaryFunctions {
  @inline(__always) static func exp(_ x: Double) -> Double { GradientDescent.exp(x) }
  @inline(__always) static func expm1(_ x: Double) -> Double { GradientDescent.expm1(x) }
  @inline(__always) static func log(_ x: Double) -> Double { GradientDescent.log(x) }
  @inline(__always) static func log1p(_ x: Double) -> Double { GradientDescent.log1p(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { GradientDescent.sin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { GradientDescent.cos(x) }
  @inline(__always) static func tanh(_ x: Double) -> Double { GradientDescent.tanh(x) }
  @inline(__always) static func sigmoid(_ x: Double) -> Double { GradientDescent.sigmoid(x) }
  @inline(__always) static func erf(_ x: Double) -> Double { GradientDescent.erf(x) }
  @inline(__always) static func tan(_ x: Double) -> Double { GradientDescent.tan(x) }
  @inline(__always) static func exp2(_ x: Double) -> Double { GradientDescent.exp2(x) }
  @inline(__always) static func log2(_ x: Double) -> Double { GradientDescent.log2(x) }
  @inline(__always) static func log10(_ x: Double) -> Double { GradientDescent.log10(x) }
  @inline(__always) static func softplus(_ x: Double) -> Double { GradientDescent.softplus(x) }
  @inline(__always)
  static func pow(_ x: Double, _ y: Double) -> Double { GradientDescent.pow(x, y) }
}

extension Float: ElementaryFunctions {
  @inline(__always) static func exp(_ x: Float) -> Float { GradientDescent.exp(x) }
  @inline(__always) static func expm1(_ x: Float) -> Float { GradientDescent.expm1(x) }
  @inline(__always) static func log(_ x: Float) -> Float { GradientDescent.log(x) }
  @inline(__always) static func log1p(_ x: Float) -> Float { GradientDescent.log1p(x) }
  @inline(__always) static func sin(_ x: Float) -> Float { GradientDescent.sin(x) }
  @inline(__always) static func cos(_ x: Float) -> Float { GradientDescent.cos(x) }
  @inline(__always) static func tanh(_ x: Float) -> Float { GradientDescent.tanh(x) }
  @inline(__always) static func sigmoid(_ x: Float) -> Float { GradientDescent.sigmoid(x) }
  @inline(__always) static func erf(_ x: Float) -> Float { GradientDescent.erf(x) }
  @inline(__always) static func tan(_ x: Float) -> Float { GradientDescent.tan(x) }
  @inline(__always) static func exp2(_ x: Float) -> Float { GradientDescent.exp2(x) }
  @inline(__always) static func log2(_ x: Float) -> Float { GradientDescent.log2(x) }
  @inline(__always) static func log10(_ x: Float) -> Float { GradientDescent.log10(x) }
  @inline(__always) static func softplus(_ x: Float) -> Float { GradientDescent.softplus(x) }
  @inline(__always) static func pow(_ x: Float, _ y: Float) -> Float { GradientDescent.pow(x, y) }
}
