extension Schedule {
  /// ηₜ = η′ + (η − η′) · (1 − min(t/duration, 1))^power
  /// - Parameters:
  ///   - rate: η, the rate at 0, at least 0
  ///   - end: η′, the rate at `duration` and from then on, at least 0
  ///   - duration: at least 1
  ///   - power: above 0; 1 is a straight line
  /// - Source: PyTorch's `PolynomialLR`, which ends at 0
  public static func polynomial(
    from rate: Double, to end: Double = 0, over duration: Int, power: Double = 1
  ) -> Schedule {
    Settings.requireLearningRate("polynomial", rate)
    Settings.requireLearningRate("polynomial", end)
    requireDuration("polynomial", duration)
    if !(power > 0) { fault("polynomial", "the power \(power); expected one above 0") }
    let name = "polynomial(from: \(rate), to: \(end), over: \(duration), power: \(power))"
    return Schedule(name) { t in
      end + (rate - end) * pow(1 - Double(min(t, duration)) / Double(duration), power)
    }
  }
}
