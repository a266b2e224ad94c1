extension Sampler {
  /// Each example once, in the dataset's order.
  public static var sequential: Sampler {
    Sampler("sequential", isTrusted: true) { Array(0..<$0) }
  }
}
