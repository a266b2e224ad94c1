/// A trainer's schedule: the learning rate, or a factor of the rule's own rate, by steps or by epochs.
struct ScheduledRate {
  private let name: String
  private let isFactor: Bool
  private let rate: (Int) -> Double
  /// True if time is counted in epochs.
  let isPerEpoch: Bool
  /// The rule's own rate, which a factor multiplies.
  private var base: Double
  private var factor = 1.0

  /// Begins a schedule; a fault if the rule has a rate of its own that differs from the schedule's.
  init<Unit>(_ schedule: Schedule<Unit>, perEpoch: Bool, _ rule: any Optimizer) {
    (name, isFactor, rate) = (schedule.name, schedule.isFactor, schedule.rate(at:))
    isPerEpoch = perEpoch
    base = rule.learningRate
    let first = schedule.rate(at: 0)
    if isFactor || base == first || base == schedule.peak { return }
    fault(
      "Trainer",
      "\(rule.name) has the learning rate \(base), the schedule \(name) begins with \(first); give the "
        + "rule the schedule's rate, or multiply its own by .factor(…)")
  }

  /// Sets a rule's rate at a time.
  mutating func apply(_ time: Int, to rule: any Optimizer) {
    factor = rate(time)
    let value = isFactor ? base * factor : factor
    Settings.requireLearningRate(name, value)
    rule.learningRate = value
  }

  /// Takes a rate that the user sets; a fault where the schedule would replace it at once.
  mutating func take(_ value: Double) {
    if !isFactor {
      fault(
        "learningRate",
        "the rate \(value) beside the schedule \(name), which sets it before each step; use one of the "
          + "two, or a schedule that is a factor")
    }
    base = factor > 0 ? value / factor : value
  }
}
