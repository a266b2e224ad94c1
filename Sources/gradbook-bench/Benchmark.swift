/// One row of the table: a job of Gradbook and that of a peer, both timed in this run.
struct Measurement: Encodable {
  let name: String
  let value: Double
  let unit: String
  let reference: String
  let referenceValue: Double
  var ratio: Double { value / referenceValue }

  private enum CodingKeys: String, CodingKey {
    case name, value, unit, reference, referenceValue, ratio
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encode(unit, forKey: .unit)
    try container.encode(reference, forKey: .reference)
    // A peer that is not installed has no time.
    if !referenceValue.isFinite { return }
    try container.encode(referenceValue, forKey: .referenceValue)
    try container.encode(ratio, forKey: .ratio)
  }
}

/// A job to measure. Each one has its own file; `all` lists them.
struct Benchmark: Sendable {
  /// The name for `--only`.
  let name: String
  /// Times the job; returns one row for each peer.
  let measure: @Sendable () async -> [Measurement]

  static let all =
    [seedFiveCalls] + networkSteps + [arrayFunctions] + [
      editExperiment, turnKnob, heavyBlock, sandboxRun,
    ] + largeBook
    + [bookOfExperiments, liveBook, typesetChapter, wasmBlock]

  /// Returns the shortest of many runs of each of two jobs, alternating so that a slow moment of
  /// the machine affects both.
  /// - Returns: seconds
  static func fastest(
    repeats: Int, _ ours: () -> Void, _ reference: () -> Void
  ) -> (ours: Double, reference: Double) {
    let clock = ContinuousClock()
    var best = (ours: Double.infinity, reference: Double.infinity)
    for _ in 0..<repeats {
      best.ours = min(best.ours, clock.measure(ours) / .seconds(1))
      best.reference = min(best.reference, clock.measure(reference) / .seconds(1))
    }
    return best
  }
}
