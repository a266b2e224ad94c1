extension NDArray {
  /// The p-norm over several axes: (Σ|x|ᵖ)^(1/p). Without a p it is the Euclidean norm, p = 2.
  ///
  /// ∞ gives the greatest |x| and −∞ the least; 0 counts the elements that are not 0. The gradient of the
  /// norm 0 is 0, as in PyTorch.
  /// - Parameters:
  ///   - p: any number but nan
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  /// - Source: NumPy's `linalg.norm` of a vector, PyTorch's `norm`
  public func norm(_ p: Double, axes: [Int]? = nil, keepDimensions keep: Bool = false) -> NDArray {
    switch p {
    case 2: return norm(axes: axes, keepDimensions: keep)
    case 1: return abs().sum(axes: axes, keepDimensions: keep)
    case .infinity: return abs().max(axes: axes, keepDimensions: keep)
    case -.infinity: return abs().min(axes: axes, keepDimensions: keep)
    // Of steps, whose slope is 0: a comparison would leave the record.
    case 0: return (0 * sign() + (self .!= 0)).sum(axes: axes, keepDimensions: keep)
    default: break
    }
    if p.isNaN { fault("norm", "p is nan; expected a number") }
    let sum = abs().pow(p).sum(axes: axes, keepDimensions: keep)
    // A root of 0 has no slope; there the sum itself is 0.
    let isZero = sum .== 0
    let safe = NDArray.where(isZero, NDArray(1, dtype: dtype), sum)
    return p > 0 ? .where(isZero, sum, safe.pow(1 / p)) : sum.pow(1 / p)
  }

  /// The p-norm over one axis: (Σ|x|ᵖ)^(1/p), with the p of `norm(_:axes:)`.
  /// - Parameters:
  ///   - p: any number but nan
  ///   - axis: negative ones count from the end
  ///   - keepDimensions: whether the axis stays, with length 1
  public func norm(_ p: Double, axis: Int, keepDimensions: Bool = false) -> NDArray {
    norm(p, axes: [axis], keepDimensions: keepDimensions)
  }
}
