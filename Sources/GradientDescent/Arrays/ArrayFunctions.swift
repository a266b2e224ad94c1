// The functions that formulas are written with, in the form that they have for numbers: sin(x) · exp(−y)
// reads alike for both.

/// eˣ of each element.
public func exp(_ x: NDArray) -> NDArray { x.exp() }

/// The natural logarithm of each element; −inf for 0, nan for negative ones.
public func log(_ x: NDArray) -> NDArray { x.log() }

/// The sine of each element, an angle in radians.
public func sin(_ x: NDArray) -> NDArray { x.sin() }

/// The cosine of each element, an angle in radians.
public func cos(_ x: NDArray) -> NDArray { x.cos() }

/// The hyperbolic tangent of each element.
public func tanh(_ x: NDArray) -> NDArray { x.tanh() }

/// The logistic function 1/(1 + e⁻ˣ) of each element.
public func sigmoid(_ x: NDArray) -> NDArray { x.sigmoid() }

/// |x| of each element. The gradient at 0 is 0.
public func abs(_ x: NDArray) -> NDArray { x.abs() }

/// Each element to the power of a number.
public func pow(_ x: NDArray, _ exponent: Double) -> NDArray { x.pow(exponent) }

/// The square root of each element; nan for negative ones.
public func sqrt(_ x: NDArray) -> NDArray { x.squareRoot() }

/// 2ˣ of each element.
public func exp2(_ x: NDArray) -> NDArray { x.exp2() }

/// eˣ − 1 of each element, exact near 0 too.
public func expm1(_ x: NDArray) -> NDArray { x.expm1() }

/// The logarithm to the base 2 of each element; −inf for 0, nan for negative ones.
public func log2(_ x: NDArray) -> NDArray { x.log2() }

/// The logarithm to the base 10 of each element; −inf for 0, nan for negative ones.
public func log10(_ x: NDArray) -> NDArray { x.log10() }

/// ln(1 + x) of each element, exact near 0 too.
public func log1p(_ x: NDArray) -> NDArray { x.log1p() }

/// The tangent of each element, an angle in radians.
public func tan(_ x: NDArray) -> NDArray { x.tan() }

/// The error function 2/√π · ∫₀ˣ e^(−t²) dt of each element.
public func erf(_ x: NDArray) -> NDArray { x.erf() }

/// The greatest whole number that is not above each element.
public func floor(_ x: NDArray) -> NDArray { x.floor() }

/// The least whole number that is not below each element.
public func ceil(_ x: NDArray) -> NDArray { x.ceil() }

/// The whole number nearest to each element; halves go to the even one.
public func round(_ x: NDArray) -> NDArray { x.round() }

/// max(x, 0) of each element; nan stays nan. The gradient at 0 is 0.
public func relu(_ x: NDArray) -> NDArray { x.relu() }

/// ln(1 + eˣ) of each element, a smooth max(x, 0).
public func softplus(_ x: NDArray) -> NDArray { x.softplus() }

/// Softmax along one axis: yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ).
/// - Parameter axis: negative ones count from the end; the last unless given
public func softmax(_ x: NDArray, axis: Int = -1) -> NDArray { x.softmax(axis: axis) }

/// The greater of each pair of elements; shapes broadcast as in NumPy. The same as `NDArray.maximum`.
public func max(_ a: NDArray, _ b: NDArray) -> NDArray { .maximum(a, b) }

/// The greater of each element and a number.
public func max(_ a: NDArray, _ b: Double) -> NDArray { .maximum(a, b) }

/// The greater of a number and each element.
public func max(_ a: Double, _ b: NDArray) -> NDArray { .maximum(b, a) }

/// The lesser of each pair of elements; shapes broadcast as in NumPy. The same as `NDArray.minimum`.
public func min(_ a: NDArray, _ b: NDArray) -> NDArray { .minimum(a, b) }

/// The lesser of each element and a number.
public func min(_ a: NDArray, _ b: Double) -> NDArray { .minimum(a, b) }

/// The lesser of a number and each element.
public func min(_ a: Double, _ b: NDArray) -> NDArray { .minimum(b, a) }
