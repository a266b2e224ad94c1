/// Runs experiments in parallel, as many at once as there are processors.
struct ExperimentRuns: Sendable {
  /// One experiment and what it came to.
  struct Run: Sendable {
    /// The experiment's id.
    var id: String
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// The knobs that were not at their defaults.
    var settings: [String: Double]
    /// What it came to.
    var outcome: ProgramRun.Outcome
  }

  /// One experiment to run.
  struct Task: Sendable {
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// The knobs that are not at their defaults.
    var settings: [String: Double]
    /// The program that holds it.
    var program: String

    /// Makes a task.
    init(_ wanted: ChapterExecution.Wanted, program: String) {
      (unit, settings, self.program) = (wanted.unit, wanted.settings, program)
    }
  }

  /// The chapter.
  var units: ChapterUnits
  /// What compiled them: they may read what they are linked with.
  var compiler: SwiftCompiler
  /// Told about each start and end.
  var onStep: @Sendable (ExecutionEvent.Step) -> Void

  /// Runs experiments.
  /// - Parameters:
  ///   - all: the experiments with their programs
  ///   - work: a folder for their scratch folders
  /// - Returns: what they came to, in the order of the text
  func run(_ all: [Task], in work: String) async -> [Run] {
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

  private func run(_ task: Task, in work: String) async -> Run {
    let id = task.unit.experiment ?? ""
    onStep(.started(experiment: id))
    let clock = ContinuousClock.now
    let outcome = await ProgramRun(
      program: task.program, experiment: id, settings: task.settings,
      timeLimit: task.unit.block.options.timeout, sandbox: compiler.sandbox,
      readable: compiler.neededByPrograms,
      onProgress: { [onStep] in onStep(.progress(experiment: id, fraction: $0)) }
    ).run(in: work)
    onStep(
      .finished(experiment: id, seconds: clock.secondsSince, failed: outcome.failure != nil))
    return Run(id: id, unit: task.unit, settings: task.settings, outcome: outcome)
  }
}
