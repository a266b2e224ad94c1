/// The tangent of an angle in radians, in plain arithmetic: the same bits on every machine.
/// - Parameter x: any number, however large; nan at ±∞
/// - Returns: tan x, within 3 ulp
public func tan(_ x: Double) -> Double {
  if x.magnitude < 0x1p-27 { return x }
  if !x.isFinite { return .nan }
  let (quadrant, r) = CircularReduction.reduce(x)
  let (sine, cosine) = (CircularSeries.sine(r), CircularSeries.cosine(r))
  return quadrant & 1 == 0 ? sine / cosine : -(cosine / sine)
}

/// The tangent of an angle in radians, in single precision.
/// - Returns: tan x, within 1 ulp
public func tan(_ x: Float) -> Float { Float(tan(Double(x))) }
