extension Schedule {
  /// ηₜ = η · factor^⌊t/period⌋
  /// - Parameters:
  ///   - rate: η, at least 0
  ///   - period: how long the rate stays the same, at least 1
  ///   - factor: what the rate is multiplied by then, at least 0
  /// - Source: PyTorch's `StepLR`
  public static func step(from rate: Double, every period: Int, factor: Double = 0.1) -> Schedule {
    Settings.requireLearningRate("step", rate)
    Settings.requireNotNegative("step", "factor", factor)
    requireDuration("step", period)
    return Schedule("step(from: \(rate), every: \(period), factor: \(factor))") { t in
      rate * pow(factor, Double(t / period))
    }
  }
}
