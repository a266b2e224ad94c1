extension Schedule {
  /// A linear warm-up from 0 to η, then ηₜ = η·√(w/t); without a warm-up ηₜ = η/√(t + 1).
  /// - Parameters:
  ///   - rate: η, the largest rate, at least 0
  ///   - warmUp: w, the length of the warm-up, at least 0
  /// - Source: Vaswani et al., Attention is all you need, 2017, section 5.3, with η given;
  ///   `get_inverse_sqrt_schedule` of Hugging Face's Transformers
  public static func inverseSquareRoot(from rate: Double, warmUp: Int = 0) -> Schedule {
    Settings.requireLearningRate("inverseSquareRoot", rate)
    if warmUp < 0 { fault("inverseSquareRoot", "a warm-up of \(warmUp); expected at least 0") }
    return Schedule("inverseSquareRoot(from: \(rate), warmUp: \(warmUp))", peak: rate) { t in
      if t < warmUp { return rate * Double(t) / Double(warmUp) }
      let scale = Double(max(warmUp, 1))
      return rate / ((Double(t - warmUp) + scale) / scale).squareRoot()
    }
  }
}
