/// Linear conjugate gradients: solves A·x = b, that is, minimizes ½xᵀAx − bᵀx, for a symmetric positive
/// definite A of which only products with vectors are needed.
///
///     r = b − A·x, d = r
///     t = rᵀr/(dᵀA·d)
///     x ← x + td, r′ = r − tA·d
///     d ← r′ + (r′ᵀr′/rᵀr)d
///
/// It ends after as many steps as A has distinct eigenvalues, but for rounding.
/// - Parameters:
///   - right: b
///   - start: x before the first step; nil is 0
///   - steps: how many steps to make at most; nil is as many as there are numbers in b
///   - tolerance: the length of r, measured in that of b, at which to stop, at least 0
///   - product: A·v for a given v
/// - Returns: x before the first step and after each, and the length of r at each
/// - Source: Hestenes and Stiefel, Methods of conjugate gradients for solving linear systems, 1952
public func solveByConjugateGradients(
  _ right: [Double], from start: [Double]? = nil, steps: Int? = nil, tolerance: Double = 1e-12,
  product: ([Double]) -> [Double]
) -> (points: [[Double]], residuals: [Double]) {
  let name = "solveByConjugateGradients"
  Settings.requireNotNegative(name, "tolerance", tolerance)
  var x = start ?? [Double](repeating: 0, count: right.count)
  let image = product(x)
  if x.count != right.count || image.count != right.count {
    fault(name, "\(right.count) equations, \(x.count) unknowns, a product of \(image.count)")
  }
  var r = Vector.sum(right, image, times: -1)
  var d = r
  var square = Vector.dot(r, r)
  var (points, residuals) = ([x], [square.squareRoot()])
  let end = tolerance * Vector.dot(right, right).squareRoot()
  while points.count <= steps ?? right.count && square.squareRoot() > end {
    let image = product(d)
    let t = square / Vector.dot(d, image)
    Vector.add(d, times: t, to: &x)
    Vector.add(image, times: -t, to: &r)
    let next = Vector.dot(r, r)
    d = Vector.sum(r, d, times: next / square)
    square = next
    points.append(x)
    residuals.append(square.squareRoot())
  }
  return (points, residuals)
}
