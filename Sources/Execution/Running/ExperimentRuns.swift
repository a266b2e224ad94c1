/// Runs experiments in parallel, as many at once as there are processors.
struct ExperimentRuns: Sendable {
  /// One experiment and what it came to.
  struct Run: Sendable {
    /// The experiment's id.
    var id: String
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// What it came to.
    var outcome: ProgramRun.Outcome
  }

  /// The chapter.
  var units: ChapterUnits
  /// What compiled them: they may read what they are linked with.
  var compiler: SwiftCompiler
  /// Told about each start and end.
  var onStep: @Sendable (ExecutionEvent.Step) -> Void

  /// Runs experiments.
  /// - Parameters:
  ///   - programs: the program that holds an experiment, by the experiment's id
  ///   - work: a folder for their scratch folders
  /// - Returns: what they came to, in the order of the text
  func run(_ programs: [String: String], in work: String) async -> [Run] {
    let all = units.experiments.compactMap { unit in
      unit.experiment.flatMap { id in programs[id].map { (id, unit, $0) } }
    }
    var runs: [Run] = []
    await withTaskGroup(of: Run.self) { group in
      var waiting = all[...]
      for _ in 0..<processorCount() {
        if let next = waiting.popFirst() { group.addTask { await run(next, in: work) } }
      }
      for await run in group {
        runs.append(run)
        if let next = waiting.popFirst() { group.addTask { await self.run(next, in: work) } }
      }
    }
    return runs.sorted { $0.unit.index < $1.unit.index }
  }

  private func run(_ next: (String, ChapterUnits.Unit, String), in work: String) async -> Run {
    let (id, unit, program) = next
    onStep(.started(experiment: id))
    let clock = ContinuousClock.now
    let outcome = await ProgramRun(
      program: program, experiment: id, timeLimit: unit.block.options.timeout,
      sandbox: compiler.sandbox, readable: compiler.neededByPrograms
    ).run(in: work)
    onStep(
      .finished(experiment: id, seconds: clock.secondsSince, failed: outcome.failure != nil))
    return Run(id: id, unit: unit, outcome: outcome)
  }
}
