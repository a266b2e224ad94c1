extension ArrayDataset {
  /// Points around the four corners (±1, ±1), labelled 1 where exactly one coordinate is positive
  /// and 0 elsewhere: no linear model can tell them apart.
  ///
  /// Example i belongs to corner i mod 4: (−1, −1), (1, −1), (−1, 1), (1, 1). Its label is its
  /// corner's, also when the noise carries it over an axis.
  /// - Shape: data `[count, 2]`, labels `[count]`
  /// - Parameters:
  ///   - count: the number of examples, at least 1; four without noise are the bare table
  ///   - noise: the standard deviation of the noise along each axis, at least 0
  ///   - dtype: the type of data and labels
  ///   - random: the generator to draw from
  /// - Source: Minsky and Papert, Perceptrons, 1969
  public static func exclusiveOr(
    _ count: Int, noise: Double = 0.2, dtype: DType = .float32,
    using random: inout some RandomSource
  ) -> ArrayDataset {
    requireExamples("exclusiveOr", count, noise: noise)
    let corners = inPlane(count, classes: 4, noise: noise, dtype, random) { _, corner in
      (corner & 1 == 0 ? -1 : 1, corner & 2 == 0 ? -1 : 1)
    }
    let labels = (0..<count).map { $0 % 4 == 1 || $0 % 4 == 2 ? 1.0 : 0.0 }
    return ArrayDataset(corners.data, NDArray(labels, dtype: dtype))
  }
}
