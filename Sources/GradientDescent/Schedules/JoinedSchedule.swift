extension Schedule {
  /// One schedule after another; each begins anew, at its own 0, where the one before it ends.
  ///
  ///     .join([.linearWarmUp(to: 1, over: 5), .cosine(from: 1, over: 95)], at: [5])
  ///
  /// - Parameters:
  ///   - schedules: at least one
  ///   - times: when the second, the third and so on begin; rising, one fewer than the schedules
  /// - Source: PyTorch's `SequentialLR`
  public static func join(_ schedules: [Schedule], at times: [Int]) -> Schedule {
    if schedules.isEmpty || times.count != schedules.count - 1 {
      fault("join", "\(schedules.count) schedules with \(times.count) times between them")
    }
    var before = 0
    for time in times {
      if time <= before {
        fault("join", "a schedule begins at \(time), the one before it at \(before)")
      }
      before = time
    }
    let isFactor = schedules[0].isFactor
    var peak = 0.0
    for schedule in schedules {
      if schedule.isFactor != isFactor {
        fault("join", "a schedule of rates and one of factors; either all are factors or none")
      }
      peak = max(peak, schedule.peak ?? schedule.rate(at: 0))
    }
    let name = "join of \(schedules.count)"
    return Schedule(name, peak: peak, isFactor: isFactor) { t in
      var place = 0
      while place < times.count && times[place] <= t { place += 1 }
      return schedules[place].rate(place == 0 ? t : t - times[place - 1])
    }
  }
}
