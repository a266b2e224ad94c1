extension Sampler {
  /// Each example once, in a new order each epoch; what `shuffle: true` does.
  /// - Parameter random: the generator that shuffles
  public static func random(using random: any RandomSource) -> Sampler {
    Sampler("random", isTrusted: true) { random.permutation($0) }
  }
}
