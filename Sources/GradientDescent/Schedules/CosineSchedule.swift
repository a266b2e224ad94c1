extension Schedule {
  /// ηₜ = η′ + ½(η − η′)(1 + cos(πt/duration))
  ///
  /// After `duration` the rate rises again, as the cosine does: choose the duration as long as the
  /// training.
  /// - Parameters:
  ///   - rate: η, the rate at 0, at least 0
  ///   - end: η′, the rate at `duration`, at least 0
  ///   - duration: at least 1
  /// - Source: Loshchilov and Hutter, SGDR, 2017; PyTorch's `CosineAnnealingLR`
  public static func cosine(
    from rate: Double, to end: Double = 0, over duration: Int
  ) -> Schedule {
    Settings.requireLearningRate("cosine", rate)
    Settings.requireLearningRate("cosine", end)
    requireDuration("cosine", duration)
    return Schedule("cosine(from: \(rate), to: \(end), over: \(duration))") { t in
      CosineAnnealing.rate(from: rate, to: end, Double(t % (2 * duration)) / Double(duration))
    }
  }

  /// A linear warm-up from 0 to η, then half a wave of the cosine from η to η′; η′ stays.
  /// - Parameters:
  ///   - rate: η, the rate at the end of the warm-up, at least 0
  ///   - end: η′, the rate at `duration` and from then on, at least 0
  ///   - duration: the length of both together, above `warmUp`
  ///   - warmUp: the length of the warm-up, at least 1; at 0 the rate is 0
  /// - Source: optax's `warmup_cosine_decay_schedule`
  public static func cosine(
    from rate: Double, to end: Double = 0, over duration: Int, warmUp: Int
  ) -> Schedule {
    Settings.requireLearningRate("cosine", rate)
    Settings.requireLearningRate("cosine", end)
    requireDuration("cosine", warmUp)
    if duration <= warmUp {
      fault("cosine", "a duration of \(duration) with a warm-up of \(warmUp); expected more")
    }
    let name = "cosine(from: \(rate), to: \(end), over: \(duration), warmUp: \(warmUp))"
    return Schedule(name, peak: rate) { t in
      if t < warmUp { return rate * Double(t) / Double(warmUp) }
      let progress = Double(min(t, duration) - warmUp) / Double(duration - warmUp)
      return CosineAnnealing.rate(from: rate, to: end, progress)
    }
  }
}

/// Half a wave of the cosine between two rates.
enum CosineAnnealing {
  /// end + ½(start − end)(1 + cos(π · progress))
  static func rate(from start: Double, to end: Double, _ progress: Double) -> Double {
    end + (start - end) * (1 + cos(Double.pi * progress)) / 2
  }
}
