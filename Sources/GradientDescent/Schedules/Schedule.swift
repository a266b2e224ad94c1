/// Marks a schedule that is asked once a step, that is once a batch.
public enum PerStep {}

/// Marks a schedule that is asked once an epoch.
public enum PerEpoch {}

/// A learning rate that is a function of the step.
public typealias StepSchedule = Schedule<PerStep>

/// A learning rate that is a function of the epoch.
public typealias EpochSchedule = Schedule<PerEpoch>

/// A learning rate as a pure function of the step or of the epoch, both counted from 0.
///
/// Steps and epochs are different types: `StepSchedule.cosine(from: 1, over: 100)` is asked for
/// `rate(step: 7)` and an `EpochSchedule` for `rate(epoch: 7)`, and neither answers the other's
/// question. `schedule(7)` asks either. Each file in this folder adds a schedule as a static function of
/// both.
public struct Schedule<Unit> {
  /// The schedule's name with its settings.
  public let name: String
  /// True if its numbers are factors of a rate, and not rates.
  public let isFactor: Bool
  /// The rate that it rises to; nil for one that begins with it.
  let peak: Double?
  let rate: (Int) -> Double

  /// Makes a schedule of one's own.
  /// - Parameters:
  ///   - name: how messages call it
  ///   - rate: the learning rate at a step or an epoch, from 0; at least 0
  public init(_ name: String, rate: @escaping (Int) -> Double) {
    self.init(name, peak: nil, rate: rate)
  }

  /// Makes a schedule of one's own: `StepSchedule { 1 / (1 + Double($0)) }`.
  /// - Parameter rate: the learning rate at a step or an epoch, from 0; at least 0
  public init(_ rate: @escaping (Int) -> Double) { self.init("of one's own", rate: rate) }

  init(_ name: String, peak: Double?, isFactor: Bool = false, rate: @escaping (Int) -> Double) {
    self.name = name
    self.peak = peak
    self.isFactor = isFactor
    self.rate = rate
  }

  /// The learning rate at a step or an epoch.
  /// - Parameter time: the number of steps or epochs made before, at least 0
  public func callAsFunction(_ time: Int) -> Double { rate(at: time) }

  func rate(at time: Int) -> Double {
    if time < 0 { fault(name, "there is no rate at \(time); steps and epochs count from 0") }
    return rate(time)
  }
}

extension Schedule where Unit == PerStep {
  /// The learning rate of a step.
  /// - Parameter step: the number of steps made before, at least 0
  public func rate(step: Int) -> Double { rate(at: step) }
}

extension Schedule where Unit == PerEpoch {
  /// The learning rate of an epoch.
  /// - Parameter epoch: the number of epochs made before, at least 0
  public func rate(epoch: Int) -> Double { rate(at: epoch) }
}

extension Schedule {
  /// A fault unless a duration is at least 1.
  static func requireDuration(_ name: String, _ duration: Int) {
    if duration < 1 { fault(name, "a duration of \(duration); expected at least 1") }
  }
}
