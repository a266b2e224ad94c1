import Files

/// What the sandbox costs.
public enum SandboxTiming {
  /// Runs `/bin/true` as an experiment is run, in turn behind walls and without.
  /// - Parameter repeats: how often, at least 1
  /// - Returns: the shortest of the times, in seconds; `inside` is nan where there is no sandbox
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
    // It is no experiment, so it begins none.
    return outcome.failure == .notBegun ? clock.secondsSince : .infinity
  }
}
