import BookModel
import Files

/// Compiles and runs one experiment unoptimized, and optimized beside it when it runs longer than a
/// moment, until the result is certain. Both programs give the same outputs; which one is done
/// first depends on the length of the experiment's own loops.
struct ExperimentRace: Sendable {
  /// The experiment's program.
  let program: ExperimentProgram
  /// The knobs that are not at their defaults.
  let settings: [String: Double]
  /// Compiles the programs.
  let compiler: SwiftCompiler
  /// Finds the hints for the compiler's errors.
  let hints: CompilerHints
  /// The time left for compiling the chapter's programs.
  let budget: CompileBudget
  let slots: ProcessorSlots
  /// A folder for this race alone.
  let folder: String
  /// The cached programs.
  var stored: [CompilerOptions.Optimization: CompiledExperiment] = [:]
  /// The optimization to try first.
  var first = CompilerOptions.Optimization.none
  /// True when both programs run to their ends and are compared.
  var comparesBoth = false
  /// Called at each step.
  let onStep: @Sendable (ExecutionEvent.Step) -> Void
  /// Called with what both programs write to standard output, if anybody follows it.
  var onOutput: (@Sendable (TranscriptPart) -> Void)?

  /// The time after which the other optimization is tried even when no processor is idle.
  private static let patience = Duration.milliseconds(250)
  /// The time for which the first program may run before the other one is compiled.
  private static let hesitation = Duration.milliseconds(30)

  private var island: Island { program.island }

  /// Runs the experiment. It must have been announced to `slots` with `expect`.
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
      // The program is not deterministic, so the difference is not the optimizer's doing.
      attempts[.speed] = nil
    }
    let verdict = ExperimentVerdict(attempts, of: island)
    onStep(
      .finished(
        experiment: island.id, seconds: clock.secondsSince, failed: verdict.failure != nil))
    return verdict
  }

  /// Returns the completed attempts; the first one already has its slot.
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
          // Most programs end at once: the other one would only take memory bandwidth and caches
          // from the first one's compiler.
          for await _ in firstRuns {}
          try? await Task.sleep(for: stored[first] == nil ? Self.hesitation : Self.patience)
          let hasSlot = await slots.takeIdle(orAfter: { try await Task.sleep(for: Self.patience) })
          guard hasSlot else { return (second, .cancelled) }
          return (second, await attemptAndGive(second))
        }
      }
      var isDecided = false
      for await (optimization, attempt) in group {
        if case .cancelled = attempt { continue }
        // The result must not depend on whether the other one was stopped in time.
        if isDecided { continue }
        ended[optimization] = attempt
        isDecided = !comparesBoth && attempt.isConclusive(optimization)
        if isDecided { group.cancelAll() }
      }
    }
    return ended
  }

  /// Returns true when a program that ran gives the same outputs when it runs again.
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
      engine: compiler.engine, readable: compiler.toolchain.runtimeFolders, data: island.data,
      onProgress: { [onStep, island] in onStep(.progress(experiment: island.id, fraction: $0)) },
      onOutput: follower(of: compiled.optimization)
    ).run(in: folder)
  }

  /// Returns the function that hands on what one of the two programs writes.
  private func follower(
    of optimization: CompilerOptions.Optimization
  ) -> (@Sendable ([UInt8]) -> Void)? {
    guard let onOutput else { return nil }
    let (id, isOptimized) = (island.id, optimization == .speed)
    return { bytes in
      onOutput(TranscriptPart(experiment: id, isOptimized: isOptimized, bytes: bytes))
    }
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
      program.source, optimization, in: own, isOneOfMany: await slots.waiting > 0)
    budget.spend(clock.secondsSince)
    if Task.isCancelled { return .failure(NotCompiled(attempt: .cancelled)) }
    onStep(
      .compiled(
        experiment: island.id, optimized: optimization == .speed, seconds: clock.secondsSince))
    let messages = CompilerMessage.diagnostics(outcome.messages) { hints.hint(for: $0, in: island) }
    if let program = outcome.program {
      let warnings = messages.filter { $0.severity == .warning }
      return .success(
        CompiledExperiment(path: program, optimization: optimization, warnings: warnings))
    }
    if messages.contains(where: { $0.severity == .error }) {
      return .failure(NotCompiled(attempt: .notCompiled(messages, reason: .code)))
    }
    if outcome.namesOptions {
      let failure = ExecutionWording.namesLinkerOptions
      return .failure(NotCompiled(attempt: .notCompiled([failure], reason: .code)))
    }
    let failure = ExecutionWording.compilerFailed(outcome, timeLimit: compiler.timeLimit)
    let isHopeless = outcome.ending == .timeLimit && optimization == .none
    let reason: ExperimentAttempt.Reason = isHopeless ? .time : .compiler
    return .failure(NotCompiled(attempt: .notCompiled([failure], reason: reason)))
  }
}
