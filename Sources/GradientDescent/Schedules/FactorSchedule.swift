extension Schedule {
  /// A schedule of factors: in a trainer each multiplies the rule's own rate instead of replacing it.
  ///
  ///     Trainer(net.parameters, Adam(learningRate: 0.01), schedule: .factor(.cosine(from: 1, over: 100)))
  ///
  /// - Parameter schedule: the factors, such as one that begins with 1
  public static func factor(_ schedule: Schedule) -> Schedule {
    Schedule(
      "factor(\(schedule.name))", peak: schedule.peak, isFactor: true, rate: schedule.rate(at:))
  }

  /// A schedule of factors, as a function of the step or the epoch.
  /// - Parameter factor: what the rule's rate is multiplied by, from 0; at least 0
  /// - Source: PyTorch's `LambdaLR`
  public static func factor(_ factor: @escaping (Int) -> Double) -> Schedule {
    Schedule("factor", peak: nil, isFactor: true, rate: factor)
  }

  /// The product of two schedules at each time, such as a decay with a warm-up in front:
  /// `.exponential(from: 0.1, factor: 0.9) * .factor(.linearWarmUp(to: 1, over: 5))`.
  ///
  /// It is a factor when both are.
  /// - Source: PyTorch's `ChainedScheduler`, for schedules that are factors
  public static func * (a: Schedule, b: Schedule) -> Schedule {
    let peak = (a.peak ?? a.rate(at: 0)) * (b.peak ?? b.rate(at: 0))
    return Schedule("\(a.name) * \(b.name)", peak: peak, isFactor: a.isFactor && b.isFactor) {
      a.rate(at: $0) * b.rate(at: $0)
    }
  }
}

extension Schedule where Unit == PerEpoch {
  /// The same rates by steps.
  /// - Parameter count: the steps of an epoch, at least 1: `batches.count`
  public func inSteps(perEpoch count: Int) -> StepSchedule {
    StepSchedule.requireDuration("inSteps", count)
    return StepSchedule(name, peak: peak, isFactor: isFactor) { rate(at: $0 / count) }
  }
}
