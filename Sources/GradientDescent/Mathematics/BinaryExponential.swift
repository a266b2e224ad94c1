/// 2ˣ, in plain arithmetic: the same bits on every machine, and exact for whole x.
///
/// With x = k + f and |f| ≤ ½, 2ˣ = 2ᵏ·e^(f·ln 2).
/// - Parameter x: any number; overflows to ∞ from 1024 on, underflows to 0 below −1075
/// - Returns: 2ˣ, within 1 ulp
public func exp2(_ x: Double) -> Double {
  // Beyond these all is ∞ or 0; nan stays what it is.
  if !(x < 1024) { return x * .infinity }
  if x < -1080 { return 0 }
  let k = (x + 0x1.8p52) - 0x1.8p52
  let f = x - k
  let power = DoubleDouble.product(f, 0x1.62e42fefa39efp-1)
  let rest = power.low + f * 0x1.abc9e3b39803fp-56
  // In two steps, for 2ᵏ alone may be out of range where the result is not.
  let half = Int(k) / 2
  return (1 + Exponential.lessOne(power.high, rest)) * Exponential.power(half)
    * Exponential.power(Int(k) - half)
}

/// 2ˣ in single precision, without a branch, and exact for whole x.
/// - Parameter x: any number; overflows to ∞ from 128 on, underflows to 0 below −150
/// - Returns: 2ˣ, within 1.1 ulp
@inline(__always)
public func exp2(_ x: Float) -> Float { SingleExponential.two(x) }
