extension ArrayDataset {
  /// Spiral arms around the origin, wound into each other: labels are the numbers of the arms.
  ///
  /// Along an arm the radius grows from near 0 to 1 and the angle by `turns` rounds; arms are
  /// turned against each other by equal angles. No straight line parts them.
  /// - Shape: data `[count, 2]`, labels `[count]`
  /// - Parameters:
  ///   - count: the number of examples, at least 1; they take the arms in turn
  ///   - arms: at least 1
  ///   - turns: how often an arm winds around the origin
  ///   - noise: the standard deviation of the noise along each axis, at least 0
  ///   - dtype: the type of data and labels
  ///   - random: the generator to draw from
  public static func spirals(
    _ count: Int, arms: Int = 2, turns: Double = 1, noise: Double = 0.02,
    dtype: DType = .float32, using random: inout some RandomSource
  ) -> ArrayDataset {
    requireExamples("spirals", count, noise: noise)
    if arms < 1 { fault("spirals", [.count(arms), " arms; at least 1 is needed"]) }
    let perArm = Double((count + arms - 1) / arms)
    return inPlane(count, classes: arms, noise: noise, dtype, random) { example, arm in
      let radius = Double(example / arms + 1) / perArm
      let angle = 2 * Double.pi * (turns * radius + Double(arm) / Double(arms))
      return (radius * cos(angle), radius * sin(angle))
    }
  }
}
