extension Sampler {
  /// Any example at each draw, whether or not it was drawn before: what the theory of stochastic
  /// gradient descent assumes.
  /// - Parameters:
  ///   - draws: the number of draws in an epoch; nil for as many as there are examples
  ///   - random: the generator to draw from
  public static func withReplacement(
    draws: Int? = nil, using random: any RandomSource
  ) -> Sampler {
    Sampler("withReplacement", draws: draws, isTrusted: true) { count in
      random.integers(draws ?? count, in: 0..<count)
    }
  }
}
