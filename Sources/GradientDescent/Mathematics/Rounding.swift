/// √x; nan below 0.
/// - Returns: the root, rounded correctly
@inline(__always)
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// √x in single precision; nan below 0.
/// - Returns: the root, rounded correctly
@inline(__always)
public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// The greatest whole number that is not above x.
@inline(__always)
public func floor(_ x: Double) -> Double { x.rounded(.down) }

/// The greatest whole number that is not above x.
@inline(__always)
public func floor(_ x: Float) -> Float { x.rounded(.down) }

/// The least whole number that is not below x.
@inline(__always)
public func ceil(_ x: Double) -> Double { x.rounded(.up) }

/// The least whole number that is not below x.
@inline(__always)
public func ceil(_ x: Float) -> Float { x.rounded(.up) }

/// The nearest whole number; halves go to the even one, as in NumPy and PyTorch (C and Swift go away from
/// 0).
@inline(__always)
public func round(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }

/// The nearest whole number; halves go to the even one, as in NumPy and PyTorch (C and Swift go away from
/// 0).
@inline(__always)
public func round(_ x: Float) -> Float { x.rounded(.toNearestOrEven) }
