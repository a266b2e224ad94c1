/// The hyperbolic tangent, in plain arithmetic: the same bits on every machine.
///
/// tanh x = m/(m + 2) with m = e²ˣ − 1 for |x| < 1, and 1 − 2/(e²ˣ + 1) above.
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: tanh x, within 2 ulp
public func tanh(_ x: Double) -> Double {
  let size = x.magnitude
  if size > 20 { return x.isNaN ? x : x < 0 ? -1 : 1 }
  let m = expm1(2 * size)
  let value = size < 1 ? m / (m + 2) : 1 - 2 / (m + 2)
  return x.sign == .minus ? -value : value
}

/// The hyperbolic tangent in single precision, without a branch, so that loops over it run in vector
/// registers.
///
/// For |x| < 0.625 the odd polynomial x + x³·P(x²), fitted for the least greatest error; above,
/// 1 − 2/(e²ˣ + 1).
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: tanh x, within 2 ulp
@inline(__always)
public func tanh(_ x: Float) -> Float {
  let size = x.magnitude
  let square = x * x
  var series: Float = -0.005678451620042324
  series = series * square + 0.020616166293621063
  series = series * square + -0.053732968866825104
  series = series * square + 0.13331365585327148
  series = series * square + -0.3333328068256378
  let near = size + size * square * series
  let far = 1 - 2 / (exp(2 * size) + 1)
  let value = size < 0.625 ? near : far
  let signed = Float(
    bitPattern: value.bitPattern | (x.bitPattern & 0x8000_0000))
  return x.isNaN ? x : signed
}
