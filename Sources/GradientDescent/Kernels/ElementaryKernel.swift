/// Elementary functions of whole arrays: sixteen numbers at once in single precision, one by one in
/// double precision. The bits are those of the functions of one number.
enum ElementaryKernel {
  /// y[i] = e^x[i]
  /// - Parameters:
  ///   - x: `count` numbers
  ///   - y: room for as many; may be `x` itself
  static func exp<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(x, y, count, SingleExponential.value, SingleExponential.value, GradientDescent.exp)
  }

  /// y[i] = tanh x[i]
  static func tanh<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(
      x, y, count, SingleHyperbolicTangent.value, SingleHyperbolicTangent.value,
      GradientDescent.tanh)
  }

  /// y[i] = 1/(1 + e^−x[i])
  static func sigmoid<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    map(x, y, count, SingleSigmoid.value, SingleSigmoid.value, GradientDescent.sigmoid)
  }

  /// y[i] = 2^x[i]
  static func exp2<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(
      x, y, count, where: { $0.isWithin(126) }, SingleExponential.powerOfTwo,
      else: SingleExponential.two, GradientDescent.exp2, GradientDescent.exp2)
  }

  /// y[i] = ln x[i]
  static func log<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(x, y, count, SingleLogarithm.natural, SingleLogarithm.natural, GradientDescent.log)
  }

  /// y[i] = log₂ x[i]
  static func log2<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(
      x, y, count, where: { $0.isPlain }, SingleLogarithm.binaryOfPlain,
      else: SingleLogarithm.binary, GradientDescent.log2, GradientDescent.log2)
  }

  /// y[i] = log₁₀ x[i]
  static func log10<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(
      x, y, count, where: { $0.isPlain }, SingleLogarithm.decimalOfPlain,
      else: SingleLogarithm.decimal, GradientDescent.log10, GradientDescent.log10)
  }

  /// y[i] = tan x[i]
  static func tan<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    map(
      x, y, count, where: { $0.isWithin(SingleTangent.bound) }, SingleTangent.near,
      else: SingleTangent.each, GradientDescent.tan, GradientDescent.tan)
  }

  /// y[i] = ln(1 + e^x[i])
  static func softplus<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    map(x, y, count, SingleLogarithm.softplus, SingleLogarithm.softplus, GradientDescent.softplus)
  }

  @inline(__always)
  private static func map<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int,
    _ sixteen: (SIMD16<Float>) -> SIMD16<Float>, _ single: (Float) -> Float,
    _ double: (Double) -> Double
  ) {
    map(x, y, count, { sixteen(.load($0)).store($1) }, single, double)
  }

  /// Computes sixteen numbers by a short formula if it holds for all of them.
  @inline(__always)
  private static func map<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int,
    where isEasy: (SIMD16<Float>) -> Bool, _ easy: (SIMD16<Float>) -> SIMD16<Float>,
    else any: (SIMD16<Float>) -> SIMD16<Float>, _ single: (Float) -> Float,
    _ double: (Double) -> Double
  ) {
    map(
      x, y, count,
      { from, to in
        let numbers = SIMD16.load(from)
        if isEasy(numbers) { easy(numbers).store(to) } else { apply(any, from, to) }
      }, single, double)
  }

  /// A call of its own: otherwise the compiler takes the vectors apart that both ways share.
  @inline(never)
  private static func apply(
    _ function: (SIMD16<Float>) -> SIMD16<Float>, _ x: UnsafePointer<Float>,
    _ y: UnsafeMutablePointer<Float>
  ) { function(.load(x)).store(y) }

  @inline(__always)
  private static func map<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int,
    _ sixteen: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void,
    _ single: (Float) -> Float, _ double: (Double) -> Double
  ) {
    if T.self == Float.self {
      let from = UnsafeRawPointer(x).assumingMemoryBound(to: Float.self)
      let to = UnsafeMutableRawPointer(y).assumingMemoryBound(to: Float.self)
      var i = 0
      while i &+ 16 <= count {
        sixteen(from + i, to + i)
        i &+= 16
      }
      while i < count {
        to[i] = single(from[i])
        i &+= 1
      }
    } else {
      let from = UnsafeRawPointer(x).assumingMemoryBound(to: Double.self)
      let to = UnsafeMutableRawPointer(y).assumingMemoryBound(to: Double.self)
      for i in 0..<count { to[i] = double(from[i]) }
    }
  }
}
