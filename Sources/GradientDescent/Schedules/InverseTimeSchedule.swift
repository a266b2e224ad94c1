extension Schedule {
  /// ηₜ = η/(1 + decay · t)
  ///
  /// The rates' sum is infinite and the sum of their squares is not: what a proof of convergence asks
  /// for when gradients are noisy.
  /// - Parameters:
  ///   - rate: η, at least 0
  ///   - decay: at least 0
  /// - Source: Robbins and Monro, A stochastic approximation method, 1951
  public static func inverseTime(from rate: Double, decay: Double) -> Schedule {
    Settings.requireLearningRate("inverseTime", rate)
    Settings.requireNotNegative("inverseTime", "decay", decay)
    return Schedule("inverseTime(from: \(rate), decay: \(decay))") { t in
      rate / (1 + decay * Double(t))
    }
  }
}
