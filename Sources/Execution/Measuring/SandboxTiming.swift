import Files

/// Measures the cost of the sandbox.
public enum SandboxTiming {
  /// Runs `/bin/true` like an experiment, alternately with and without the sandbox.
  /// - Parameter repeats: the number of repetitions, at least 1
  /// - Returns: the shortest times in seconds; `inside` is nan when there is no sandbox
  public static func measure(repeats: Int) async -> (inside: Double, outside: Double) {
    guard let work = try? TemporaryFolder() else { return (.nan, .nan) }
    let sandbox = Sandbox.find()
    var best = (inside: Double.infinity, outside: Double.infinity)
    for _ in 0..<repeats {
      best.inside = min(best.inside, await time(sandbox, in: work.path))
      best.outside = min(best.outside, await time(nil, in: work.path))
    }
    return sandbox == nil ? (.nan, best.outside) : best
  }

  private static func time(_ sandbox: Sandbox?, in work: String) async -> Double {
    let clock = ContinuousClock.now
    let outcome = await ProgramRun(
      program: "/bin/true", timeLimit: 10, sandbox: sandbox
    ).run(in: work)
    // It is not an experiment, so it does not write the record that begins one.
    return outcome.failure == .notBegun ? clock.secondsSince : .infinity
  }
}
