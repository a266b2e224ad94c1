import BookModel
import Files

/// Compiles and runs experiments of one chapter, and caches their results. Compiled programs are
/// kept for further runs.
struct ChapterExecution: Sendable {
  /// An experiment to run, with its settings.
  struct Wanted: Sendable {
    /// The experiment's program.
    var program: ExperimentProgram
    /// The knobs that are not at their defaults.
    var settings: [String: Double] = [:]
  }

  /// The cached results.
  let cache: ChapterCache
  /// The cache of compiled programs.
  let store: ProgramStore
  /// The treatment of cached results.
  let use: Executor.Use
  /// Builds the engine, or finds the one already built.
  let build: EngineBuild
  /// The time left for compiling.
  let budget: CompileBudget
  /// The resources that all chapters share.
  let environment: BuildEnvironment
  /// Called at every step.
  let onStep: @Sendable (ExecutionEvent.Step) -> Void
  /// Called with what the programs write to standard output, if anybody follows it.
  var onOutput: (@Sendable (TranscriptPart) -> Void)?

  /// Runs experiments, each with its settings.
  /// - Returns: the verdicts in the same order; none when nothing can run
  @discardableResult
  func run(_ wanted: [Wanted], into record: inout RunRecord) async -> [ExperimentVerdict] {
    if wanted.isEmpty { return [] }
    let engine: EngineLibrary
    switch await environment.library(build) {
    case .success(let library): engine = library
    case .failure(let error):
      record.failAll(because: error.diagnostic)
      return []
    }
    let work: TemporaryFolder
    do throws(FileError) { work = try TemporaryFolder() } catch {
      record.failAll(because: Diagnostic(at: nil, "\(error)"))
      return []
    }
    let compiler = await environment.compiler(build, engine, budget.limits)
    let ended = await race(wanted, compiler, in: work.path)
    for (item, end) in zip(wanted, ended) { await note(end, of: item, in: &record) }
    return ended.map(\.verdict)
  }

  /// Compiles and runs the experiments side by side, remembers the result of each as soon as it is there,
  /// and returns the results in their order.
  private func race(_ wanted: [Wanted], _ compiler: SwiftCompiler, in work: String) async -> [Ended]
  {
    await environment.slots.expect(wanted.count)
    let hints = CompilerHints(names: await environment.names(build))
    return await withTaskGroup(of: (Int, Ended).self) { group in
      // The longest go first, so that no processor has a long one left when the others are done.
      let order = wanted.enumerated().sorted {
        $0.element.program.source.utf8.count > $1.element.program.source.utf8.count
      }
      for (index, item) in order {
        let known = use != .afresh ? store.find(item.program, engine: compiler.engine) : [:]
        let race = ExperimentRace(
          program: item.program, settings: item.settings, compiler: compiler, hints: hints,
          budget: budget, slots: environment.slots, folder: "\(work)/\(index)", stored: known,
          first: store.quicker(of: item.program.island), comparesBoth: use == .comparing,
          onStep: onStep, onOutput: onOutput)
        group.addTask { (index, remember(await race.run(), of: item, compiler.engine)) }
      }
      var ended: [Int: Ended] = [:]
      for await (index, end) in group { ended[index] = end }
      return wanted.indices.compactMap { ended[$0] }
    }
  }

  // MARK: What comes of it

  /// An experiment that has ended.
  private struct Ended: Sendable {
    /// What its programs did.
    var verdict: ExperimentVerdict
    /// The same, compared with what the chapter expects.
    var judged: Expected
    /// A data file that changed meanwhile.
    var changed: DeclaredFile?
    /// What kept its program or result from being cached.
    var problems: [FileError] = []
  }

  /// Caches an experiment's programs, and its result if it ended as expected.
  private func remember(
    _ verdict: ExperimentVerdict, of item: Wanted, _ engine: EngineLibrary
  ) -> Ended {
    let island = item.program.island
    var ended = Ended(verdict: verdict, judged: Expected(verdict, island.experiment.block))
    for program in verdict.programs where !program.isStored {
      do throws(FileError) {
        try store.store(program, of: item.program, engine: engine)
      } catch {
        ended.problems.append(error)
      }
    }
    if let quicker = verdict.program?.optimization, quicker != store.quicker(of: island) {
      store.remember(quicker: quicker, of: island)
    }
    let hasFailedCheck = verdict.outputs.contains(where: \.isFailedCheck)
    guard ended.judged.errors.isEmpty, ended.judged.failure == nil, !hasFailedCheck else {
      return ended
    }
    ended.changed = island.data.first { file in
      file.content.map { FileStamp($0.path)?.description != $0.stamp } ?? false
    }
    if ended.changed != nil { return ended }
    let entry = ExperimentEntry(
      transcript: verdict.transcript, standardError: verdict.standardError,
      warnings: verdict.warnings, failure: ended.judged.expected)
    if let problem = cache.remember(item.program, item.settings, entry) {
      ended.problems.append(problem)
    }
    return ended
  }

  /// Records the end of an experiment.
  private func note(_ ended: Ended, of item: Wanted, in record: inout RunRecord) async {
    let (island, verdict, judged) = (item.program.island, ended.verdict, ended.judged)
    for warning in verdict.warnings { record.note(island.diagnostic(warning)) }
    for problem in ended.problems { await warn(problem, in: &record) }
    if !judged.errors.isEmpty { return record.end(island, errors: judged.errors) }
    let expected = judged.expected.map { [Output.failure(island.diagnostic($0))] } ?? []
    record.end(
      island, outputs: verdict.outputs + expected, standardError: verdict.standardError,
      failure: judged.failure.map {
        judged.isUnmet ? island.diagnostic($0, at: island.fence) : island.diagnostic($0)
      })
    if let changed = ended.changed { record.note(ExecutionWording.dataChanged(changed)) }
  }

  private func warn(_ problem: FileError, in record: inout RunRecord) async {
    if await environment.mayWarn() { record.note(ExecutionWording.cacheUnusable(.file(problem))) }
  }
}

/// A verdict, compared with the failure that the chapter expects of the experiment.
private struct Expected {
  /// The failure that was expected and happened.
  var expected: IslandDiagnostic?
  /// The failure to report; nil when the experiment ended as expected.
  var failure: IslandDiagnostic?
  /// True when the failure is that the expected one did not happen.
  var isUnmet = false
  /// The compiler's errors, unless they were expected.
  var errors: [IslandDiagnostic] = []

  init(_ verdict: ExperimentVerdict, _ block: Block) {
    (failure, errors) = (verdict.failure, verdict.errors)
    switch block.options.expect {
    case .trap where verdict.trapsInSetup: break
    case .trap where verdict.isTrap: (expected, failure) = (failure, nil)
    case .trap where failure == nil: (failure, isUnmet) = (ExecutionWording.noTrap, true)
    case .compileError where !errors.isEmpty && errors.allSatisfy(verdict.isOwn):
      (expected, failure, errors) = (errors.first, nil, [])
    case .compileError where verdict.program != nil:
      (failure, isUnmet) = (ExecutionWording.noCompileError, true)
    default: break
    }
  }
}

extension Output {
  /// True for a claim that does not hold.
  var isFailedCheck: Bool {
    if case .check(let check) = self { !check.holds } else { false }
  }
}
