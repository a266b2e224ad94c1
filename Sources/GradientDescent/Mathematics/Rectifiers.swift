/// max(x, 0); nan stays nan.
@inline(__always)
public func relu(_ x: Double) -> Double { x < 0 ? 0 : x }

/// max(x, 0); nan stays nan.
@inline(__always)
public func relu(_ x: Float) -> Float { x < 0 ? 0 : x }

/// ln(1 + eˣ), a smooth max(x, 0), which neither overflows nor rounds small values to 0.
///
/// max(x, 0) + ln(1 + e^(−|x|)). PyTorch's `softplus` returns x itself above 20, where this one still adds
/// the 2·10⁻⁹ that are missing.
/// - Parameter x: any number; 0 at −∞
/// - Returns: the value, within 3 ulp
/// - Source: NumPy's `logaddexp(0, x)`
public func softplus(_ x: Double) -> Double { (x < 0 ? 0 : x) + log1p(exp(-x.magnitude)) }

/// ln(1 + eˣ) in single precision, without a branch.
/// - Parameter x: any number; 0 at −∞
/// - Returns: the value, within 3 ulp
/// - Source: NumPy's `logaddexp(0, x)`
@inline(__always)
public func softplus(_ x: Float) -> Float { SingleLogarithm.softplus(x) }
