extension Schedule {
  /// Up along a straight line and down again, over and over; each peak may be lower than the one before.
  ///
  /// ηₜ = η + (η′ − η)·factorᶜ·h, where c is the number of cycles before and h goes from 0 to 1 and back.
  /// - Parameters:
  ///   - rate: η, the rate at the beginning and the end of each cycle, at least 0
  ///   - peak: η′, the rate at the first peak, at least 0
  ///   - period: the length of a cycle, at least 2
  ///   - rise: the share of a cycle that the way up takes, above 0 and below 1
  ///   - factor: what the height of a cycle is multiplied by from one to the next, at least 0
  /// - Source: Smith, Cyclical learning rates for training neural networks, 2017; PyTorch's `CyclicLR`
  ///   with `step_size_up` of half the period, `triangular` and, with the factor ½, `triangular2`
  public static func cyclic(
    from rate: Double, to peak: Double, every period: Int, rise: Double = 0.5, factor: Double = 1
  ) -> Schedule {
    Settings.requireLearningRate("cyclic", rate)
    Settings.requireLearningRate("cyclic", peak)
    Settings.requireNotNegative("cyclic", "factor", factor)
    if period < 2 { fault("cyclic", "a period of \(period); expected at least 2") }
    if !(rise > 0 && rise < 1) { fault("cyclic", "the rise \(rise); expected between 0 and 1") }
    return Schedule("cyclic(from: \(rate), to: \(peak), every: \(period))", peak: peak) { t in
      let share = Double(t % period) / Double(period)
      let height = share <= rise ? share / rise : (1 - share) / (1 - rise)
      return rate + (peak - rate) * pow(factor, Double(t / period)) * height
    }
  }
}
