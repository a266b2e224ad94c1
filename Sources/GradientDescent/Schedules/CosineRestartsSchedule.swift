extension Schedule {
  /// ηₜ = η′ + ½(η − η′)(1 + cos(πT/period)), where T is the time since the last restart.
  ///
  /// At a restart the rate jumps back to η, and the period grows.
  /// - Parameters:
  ///   - rate: η, the rate at 0 and at every restart, at least 0
  ///   - end: η′, where each period is heading, at least 0
  ///   - period: the length of the first period, at least 1
  ///   - growth: how many times as long each period is as the one before it, at least 1
  /// - Source: Loshchilov and Hutter, SGDR, 2017; PyTorch's `CosineAnnealingWarmRestarts`
  public static func cosineRestarts(
    from rate: Double, to end: Double = 0, first period: Int, growth: Int = 1
  ) -> Schedule {
    Settings.requireLearningRate("cosineRestarts", rate)
    Settings.requireLearningRate("cosineRestarts", end)
    requireDuration("cosineRestarts", period)
    if growth < 1 { fault("cosineRestarts", "the growth \(growth); expected at least 1") }
    let name = "cosineRestarts(from: \(rate), to: \(end), first: \(period), growth: \(growth))"
    return Schedule(name) { t in
      var (time, length) = (t, period)
      if growth == 1 {
        time %= length
      } else {
        while time >= length {
          time -= length
          let (longer, isTooLong) = length.multipliedReportingOverflow(by: growth)
          length = isTooLong ? Int.max : longer
        }
      }
      return CosineAnnealing.rate(from: rate, to: end, Double(time) / Double(length))
    }
  }
}
