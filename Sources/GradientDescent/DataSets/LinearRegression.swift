extension ArrayDataset {
  /// Labels that depend on normal features by a known line: y = x · w + b + σ·noise.
  ///
  /// All features are drawn first, row by row, then the noise. The best loss that a linear model
  /// can reach is about σ²/2.
  /// - Shape: data `[count, weights.count]`, labels `[count]`
  /// - Parameters:
  ///   - count: the number of examples, at least 1
  ///   - weights: w, at least one
  ///   - bias: b
  ///   - noise: σ, at least 0
  ///   - dtype: the type of data and labels
  ///   - random: the generator to draw from
  public static func linearRegression(
    _ count: Int, weights: [Double] = [2, -3.4], bias: Double = 4.2, noise: Double = 0.01,
    dtype: DType = .float32, using random: inout some RandomSource
  ) -> ArrayDataset {
    requireExamples("linearRegression", count, noise: noise)
    if weights.isEmpty { fault("linearRegression", "no weights; at least one is needed") }
    let data = NDArray.normal([count, weights.count], dtype: dtype, using: &random)
    let truth = data.matmul(NDArray(weights, dtype: dtype)) + bias
    return ArrayDataset(data, truth + noise * NDArray.normal([count], dtype: dtype, using: &random))
  }

  /// A fault unless there are examples and the noise is a standard deviation.
  static func requireExamples(_ operation: String, _ count: Int, noise: Double) {
    if count < 1 { fault(operation, "\(count) examples; at least 1 is needed") }
    if !(noise >= 0) { fault(operation, "the noise \(noise) is negative") }
  }
}
