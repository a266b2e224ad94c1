extension Schedule {
  /// ηₜ = η + (η′ − η) · min(t/duration, 1)
  /// - Parameters:
  ///   - rate: η, the rate at 0, at least 0
  ///   - end: η′, the rate at `duration` and from then on, at least 0
  ///   - duration: at least 1
  /// - Source: PyTorch's `LinearLR`
  public static func linear(from rate: Double, to end: Double, over duration: Int) -> Schedule {
    Settings.requireLearningRate("linear", rate)
    Settings.requireLearningRate("linear", end)
    requireDuration("linear", duration)
    let name = "linear(from: \(rate), to: \(end), over: \(duration))"
    return Schedule(name, peak: max(rate, end)) { t in
      t >= duration ? end : rate + (end - rate) * (Double(t) / Double(duration))
    }
  }

  /// A linear warm-up: from a small rate to the full one, which then stays.
  ///
  /// `join` it with what is to follow.
  /// - Parameters:
  ///   - rate: the rate at `duration` and from then on, at least 0
  ///   - start: the rate at 0, at least 0; at 0 the first step does nothing
  ///   - duration: at least 1
  public static func linearWarmUp(
    to rate: Double, from start: Double = 0, over duration: Int
  ) -> Schedule {
    linear(from: start, to: rate, over: duration)
  }
}
