extension Sampler {
  /// Example i at each draw with the probability wᵢ/Σw, whether or not it was drawn before.
  /// - Parameters:
  ///   - weights: one for each example, at least one above 0, none negative
  ///   - draws: the number of draws in an epoch; nil for as many as there are examples
  ///   - random: the generator to draw from
  /// - Source: PyTorch's `WeightedRandomSampler`
  public static func weighted(
    _ weights: [Double], draws: Int? = nil, using random: any RandomSource
  ) -> Sampler {
    let sums = CumulativeWeights(weights, "weighted")
    return Sampler("weighted", draws: draws, isTrusted: true) { count in
      if weights.count != count {
        fault("weighted", "\(weights.count) weights for \(count) examples")
      }
      return (0..<(draws ?? count)).map { _ in sums.place(of: random.uniform()) }
    }
  }
}
