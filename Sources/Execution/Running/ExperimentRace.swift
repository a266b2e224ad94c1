import BookModel
import Files

/// Compiles and runs one experiment in two ways side by side, unoptimized and optimized, until the
/// result stands. Both give the same outputs; which is there first depends on how long the experiment's
/// own loops are.
struct ExperimentRace: Sendable {
  /// The experiment's program.
  let program: ExperimentProgram
  /// The knobs that are not at their defaults.
  let settings: [String: Double]
  /// Compiles.
  let compiler: SwiftCompiler
  /// The time that is left for compiling the chapter's programs.
  let budget: CompileBudget
  /// The processors.
  let slots: ProcessorSlots
  /// A folder of this race's own.
  let folder: String
  /// The programs that were compiled earlier.
  var stored: [CompilerOptions.Optimization: CompiledExperiment] = [:]
  /// Which way goes first.
  var first = CompilerOptions.Optimization.none
  /// Whether both are run to their ends and compared.
  var comparesBoth = false
  /// Told about each step.
  let onStep: @Sendable (ExecutionEvent.Step) -> Void

  /// How long a program may run before the other way is tried even where no processor is idle.
  private static let patience = Duration.milliseconds(250)

  private var island: Island { program.island }

  /// Runs it. It has to be announced to `slots` with `expect`.
  func run() async -> ExperimentVerdict {
    guard await slots.take(isExpected: true) else { return ExperimentVerdict([:], of: island) }
    do throws(FileError) { try FileAccess.makeFolder(folder) } catch {
      await slots.give()
      let failure = ProgramRun.Outcome(failure: .notStarted("\(error)"))
      let none = CompiledExperiment(path: "", optimization: .none, warnings: [], isStored: true)
      return ExperimentVerdict([.none: .ran(failure, none)], of: island)
    }
    let clock = ContinuousClock.now
    onStep(.started(experiment: island.id))
    var attempts = await attempts()
    if comparesBoth, ExperimentVerdict(attempts, of: island).isDifference,
      await !repeatsItself(attempts[.none])
    {
      // That is nothing that the optimizer did.
      attempts[.speed] = nil
    }
    let verdict = ExperimentVerdict(attempts, of: island)
    onStep(
      .finished(
        experiment: island.id, seconds: clock.secondsSince, failed: verdict.failure != nil))
    return verdict
  }

  /// The attempts that came to an end; the first one has its slot already.
  private func attempts() async -> [CompilerOptions.Optimization: ExperimentAttempt] {
    var ended: [CompilerOptions.Optimization: ExperimentAttempt] = [:]
    let (firstRuns, running) = AsyncStream.makeStream(of: Never.self)
    await withTaskGroup(of: (CompilerOptions.Optimization, ExperimentAttempt).self) { group in
      group.addTask { [first] in
        defer { running.finish() }
        return (first, await attemptAndGive(first) { running.finish() })
      }
      if island.experiment.block.options.expect != .compileError {
        group.addTask { [second = first.other] in
          // A program that is there already may be done before the other one is compiled.
          if stored[first] != nil { try? await Task.sleep(for: Self.patience) }
          let hasSlot = await slots.takeIdle(orAfter: {
            // Only a long run is worth the work of the others' processors; compiling is none.
            for await _ in firstRuns {}
            try await Task.sleep(for: Self.patience)
          })
          guard hasSlot else { return (second, .cancelled) }
          return (second, await attemptAndGive(second))
        }
      }
      var isDecided = false
      for await (optimization, attempt) in group {
        if case .cancelled = attempt { continue }
        // Whether the other one was stopped in time must make no difference.
        if isDecided { continue }
        ended[optimization] = attempt
        isDecided = !comparesBoth && attempt.isConclusive(optimization)
        if isDecided { group.cancelAll() }
      }
    }
    return ended
  }

  /// Whether a program that ran puts out the same when it runs again.
  private func repeatsItself(_ attempt: ExperimentAttempt?) async -> Bool {
    guard case .ran(let outcome, let compiled) = attempt, await slots.take() else { return true }
    let again = await run(compiled)
    await slots.give()
    return again.transcript == outcome.transcript
  }

  private func attemptAndGive(
    _ optimization: CompilerOptions.Optimization, onRun: () -> Void = {}
  ) async -> ExperimentAttempt {
    let attempt = await attempt(optimization, onRun: onRun)
    await slots.give()
    return attempt
  }

  private func attempt(
    _ optimization: CompilerOptions.Optimization, onRun: () -> Void
  ) async -> ExperimentAttempt {
    let compiled: CompiledExperiment
    if let program = stored[optimization] {
      compiled = program
    } else {
      switch await compile(optimization) {
      case .success(let program): compiled = program
      case .failure(let failed): return Task.isCancelled ? .cancelled : failed.attempt
      }
    }
    if Task.isCancelled { return .cancelled }
    onRun()
    let outcome = await run(compiled)
    return Task.isCancelled ? .cancelled : .ran(outcome, compiled)
  }

  private func run(_ compiled: CompiledExperiment) async -> ProgramRun.Outcome {
    await ProgramRun(
      program: compiled.path, settings: settings,
      timeLimit: island.experiment.block.options.timeout, sandbox: compiler.sandbox,
      engine: compiler.engine, readable: compiler.toolchain.runtimeFolders,
      onProgress: { [onStep, island] in onStep(.progress(experiment: island.id, fraction: $0)) }
    ).run(in: folder)
  }

  private struct NotCompiled: Error { var attempt: ExperimentAttempt }

  private func compile(_ optimization: CompilerOptions.Optimization) async
    -> Result<CompiledExperiment, NotCompiled>
  {
    let own = folder + "/" + (optimization == .none ? "unoptimized" : "optimized")
    do throws(FileError) { try FileAccess.makeFolder(own) } catch {
      let failure = IslandDiagnostic(message: "\(error)")
      return .failure(NotCompiled(attempt: .notCompiled([failure], reason: .compiler)))
    }
    guard budget.isLeft else {
      let failure = ExecutionWording.chapterCompilesTooLong(budget.limits)
      return .failure(NotCompiled(attempt: .notCompiled([failure], reason: .compiler)))
    }
    let clock = ContinuousClock.now
    let outcome = await compiler.compile(
      program.source, optimization, in: own)
    budget.spend(clock.secondsSince)
    if Task.isCancelled { return .failure(NotCompiled(attempt: .cancelled)) }
    onStep(
      .compiled(
        experiment: island.id, optimized: optimization == .speed, seconds: clock.secondsSince))
    let messages = CompilerMessage.diagnostics(outcome.messages)
    if let program = outcome.program {
      let warnings = messages.filter { $0.severity == .warning }
      return .success(
        CompiledExperiment(path: program, optimization: optimization, warnings: warnings))
    }
    if messages.contains(where: { $0.severity == .error }) {
      return .failure(NotCompiled(attempt: .notCompiled(messages, reason: .code)))
    }
    let failure = ExecutionWording.compilerFailed(outcome, timeLimit: compiler.timeLimit)
    return .failure(NotCompiled(attempt: .notCompiled([failure], reason: .compiler)))
  }
}
