/// The gradient of a function at a point.
///
/// It can be differentiated again: a function may call `gradient` itself, and the gradient of that is
/// exact, too.
/// - Parameters:
///   - function: a function of one array, by operations on it; the sum of its value is differentiated. One
///     whose value does not depend on its argument is a fault.
///   - point: where
/// - Returns: ∂f/∂x, of the point's shape
public func gradient(of function: (NDArray) -> NDArray, at point: NDArray) -> NDArray {
  if Tape.isRecording { return NestedGradient.gradient("gradient", of: function, at: point) }
  var argument = point
  argument.attachGradient()
  record { function(argument).sum() }.backward(from: "gradient")
  guard let gradient = argument.gradient else { LostRecord.fault("gradient") }
  return gradient
}

/// The matrix of a function's second derivatives, Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ: the gradients of the gradient's
/// elements, exact but for rounding.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where
/// - Returns: a symmetric matrix of the point's `dtype`
/// - Shape: a point of n elements to `[n, n]`
public func hessian(of function: (NDArray) -> NDArray, at point: NDArray) -> NDArray {
  let size = point.count
  if size == 0 { return .zeros([0, 0], dtype: point.dtype) }
  let rows = (0..<size).map { row in
    gradient(
      of: { NestedGradient.gradient("hessian", of: function, at: $0).flattened()[rows: row...row] },
      at: point
    ).flattened()
  }
  let matrix = NDArray.stack(rows)
  return (matrix + matrix.transposed()) / 2
}

/// The product H·v of a function's second derivatives and a direction, without the whole matrix.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where
///   - direction: v, of the same shape and `dtype`
/// - Returns: H·v, of the point's shape
public func hessianProduct(
  of function: (NDArray) -> NDArray, at point: NDArray, along direction: NDArray
) -> NDArray {
  NDArray.requireSameType("hessianProduct", point, direction)
  if direction.shape != point.shape {
    fault(
      "hessianProduct",
      "a direction of shape \(direction.shape) at a point of shape \(point.shape)")
  }
  return gradient(
    of: { NestedGradient.gradient("hessianProduct", of: function, at: $0) * direction }, at: point)
}
