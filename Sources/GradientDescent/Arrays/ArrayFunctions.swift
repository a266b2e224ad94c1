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
