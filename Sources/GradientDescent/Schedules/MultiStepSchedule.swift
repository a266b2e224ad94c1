extension Schedule {
  /// ηₜ = η · factorᵏ, where k is the number of milestones up to and including t.
  /// - Parameters:
  ///   - rate: η, at least 0
  ///   - milestones: when the rate changes, in any order; one that is given twice counts twice
  ///   - factor: what the rate is multiplied by then, at least 0
  /// - Source: PyTorch's `MultiStepLR`
  public static func multiStep(
    from rate: Double, at milestones: [Int], factor: Double = 0.1
  ) -> Schedule {
    Settings.requireLearningRate("multiStep", rate)
    Settings.requireNotNegative("multiStep", "factor", factor)
    return Schedule("multiStep(from: \(rate), factor: \(factor))") { t in
      var passed = 0
      for milestone in milestones where milestone <= t { passed += 1 }
      return rate * pow(factor, Double(passed))
    }
  }
}
