extension NDArray {
  /// The variance over one axis: Σ(x − mean)² / (n − correction).
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - correction: 1 by default, as in PyTorch, for an unbiased estimate; 0 for the mean square, as
  ///     in NumPy and in normalizing layers. Where n is not above it the result is nan or ∞.
  ///   - keepDimensions: whether the axis stays, with length 1
  public func variance(
    axis: Int, correction: Double = 1, keepDimensions: Bool = false
  ) -> NDArray {
    variance(axes: [axis], correction: correction, keepDimensions: keepDimensions)
  }

  /// The variance over several axes: Σ(x − mean)² / (n − correction).
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - correction: 1 by default, as in PyTorch; 0 for the mean square
  ///   - keepDimensions: whether the axes stay, with length 1
  public func variance(
    axes: [Int]? = nil, correction: Double = 1, keepDimensions: Bool = false
  ) -> NDArray {
    reduced(Variance(correction: correction), axes, keepDimensions)
  }

  /// The standard deviation over one axis: the root of `variance`. The gradient where it is 0 is 0, as in
  /// PyTorch.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - correction: 1 by default, as in PyTorch; 0 for that of NumPy's `std`
  ///   - keepDimensions: whether the axis stays, with length 1
  public func std(axis: Int, correction: Double = 1, keepDimensions: Bool = false) -> NDArray {
    std(axes: [axis], correction: correction, keepDimensions: keepDimensions)
  }

  /// The standard deviation over several axes: the root of `variance`. The gradient where it is 0 is 0, as
  /// in PyTorch.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - correction: 1 by default, as in PyTorch; 0 for that of NumPy's `std`
  ///   - keepDimensions: whether the axes stay, with length 1
  public func std(
    axes: [Int]? = nil, correction: Double = 1, keepDimensions: Bool = false
  ) -> NDArray {
    reduced(StandardDeviation(variance: Variance(correction: correction)), axes, keepDimensions)
  }

  /// The Euclidean norm over one axis: √Σx². The gradient of the norm 0 is 0, as in PyTorch.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - keepDimensions: whether the axis stays, with length 1
  public func norm(axis: Int, keepDimensions: Bool = false) -> NDArray {
    norm(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The Euclidean norm over several axes: √Σx². The gradient of the norm 0 is 0, as in PyTorch.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func norm(axes: [Int]? = nil, keepDimensions: Bool = false) -> NDArray {
    reduced(Norm(), axes, keepDimensions)
  }

  /// ln Σ exp(x) over one axis. The maximum is taken off first, so that nothing overflows.
  /// - Parameters:
  ///   - axis: negative ones count from the end; −∞ where it is empty
  ///   - keepDimensions: whether the axis stays, with length 1
  public func logSumExp(axis: Int, keepDimensions: Bool = false) -> NDArray {
    logSumExp(axes: [axis], keepDimensions: keepDimensions)
  }

  /// ln Σ exp(x) over several axes. The maximum is taken off first, so that nothing overflows.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func logSumExp(axes: [Int]? = nil, keepDimensions: Bool = false) -> NDArray {
    reduced(LogSumExp(), axes, keepDimensions)
  }
}

private struct Variance: RowFunction {
  let correction: Double
  var name: String { "variance" }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    let mean = Lanes.sum(x, count) / T(count)
    return Rows.sum(x, count) { ($0 - mean) * ($0 - mean) } / freedom(count)
  }

  /// n − correction, not below 0
  private func freedom<T: Element>(_ count: Int) -> T { Swift.max(T(count) - T(correction), 0) }

  /// The mean and 2/(n − correction).
  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T) {
    (Lanes.sum(x, count) / T(count), 2 / freedom(count))
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    (x - summary.0) * summary.1 * g
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    let freedom: Double = freedom(x.shape[1])
    return (x - x.mean(axis: 1, keepDimensions: true)) * (2 / freedom) * g
  }
}

private struct StandardDeviation: RowFunction {
  let variance: Variance
  var name: String { "std" }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    variance.value(x, count).squareRoot()
  }

  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T) {
    variance.summary(x, count, y)
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    y == 0 ? 0 : variance.gradient(x, y, g / (2 * y), summary)
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    let isZero = y .== 0
    let root = NDArray.where(isZero, NDArray(1, dtype: y.dtype), y)
    return variance.slope(x, y, g.kept(where: 1 - isZero) / (2 * root))
  }
}

private struct Norm: RowFunction {
  var name: String { "norm" }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    Lanes.dot(x, x, count).squareRoot()
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    y == 0 ? 0 : x / y * g
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    x / NDArray.where(y .== 0, NDArray(1, dtype: y.dtype), y) * g
  }
}

private struct LogSumExp: RowFunction {
  var name: String { "logSumExp" }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    let greatest = Rows.greatest(x, count)
    let offset: T = greatest.isInfinite ? 0 : greatest
    return T.log(Rows.sum(x, count) { T.exp($0 - offset) }) + offset
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    T.exp(x - y) * g
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { (x - y).exp() * g }
}
