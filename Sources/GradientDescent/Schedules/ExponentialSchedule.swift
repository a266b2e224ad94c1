extension Schedule {
  /// ηₜ = η · factorᵗ
  /// - Parameters:
  ///   - rate: η, at least 0
  ///   - factor: what the rate is multiplied by every time, at least 0
  /// - Source: PyTorch's `ExponentialLR`
  public static func exponential(from rate: Double, factor: Double) -> Schedule {
    Settings.requireLearningRate("exponential", rate)
    Settings.requireNotNegative("exponential", "factor", factor)
    return Schedule("exponential(from: \(rate), factor: \(factor))") { t in
      rate * pow(factor, Double(t))
    }
  }
}
