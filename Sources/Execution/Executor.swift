import BookModel

/// Executes chapters: compiles their experiments, runs each in a process of its own, and remembers
/// what came out.
public struct Executor: Sendable {
  /// Where an executor finds what it needs.
  public struct Configuration: Sendable {
    /// The folder for what is remembered; the user's own cache folder unless given.
    public var cacheFolder: String?
    /// The path of `swiftc`; `GRADBOOK_SWIFTC`, else the one on `PATH`, unless given.
    public var compiler: String?
    /// The folder that holds `Sources` with the engine; found from the running program unless given.
    public var package: String?
    /// Whether compilers and experiments run in a sandbox.
    public var sandbox: SandboxUse

    /// The usual configuration.
    public init(
      cacheFolder: String? = nil, compiler: String? = nil, package: String? = nil,
      sandbox: SandboxUse = .whereAvailable
    ) {
      self.cacheFolder = cacheFolder
      self.compiler = compiler
      self.package = package
      self.sandbox = sandbox
    }
  }

  /// What an executor does with what is remembered.
  public enum Use: Equatable, Sendable {
    /// What is remembered need not run again.
    case remembering
    /// Every experiment is compiled and runs, and is remembered anew.
    case afresh
    /// Every experiment runs twice, unoptimized and optimized; a difference is an error.
    case comparing
  }

  private let use: Use
  private let onEvent: @Sendable (ExecutionEvent) -> Void
  private let environment: BuildEnvironment

  /// Makes an executor. Nothing is looked for until a chapter with experiments is run.
  /// - Parameters:
  ///   - configuration: where it finds what it needs
  ///   - use: what becomes of what is remembered
  ///   - onEvent: told what happens, from any thread
  public init(
    _ configuration: Configuration = Configuration(), use: Use = .remembering,
    onEvent: @escaping @Sendable (ExecutionEvent) -> Void = { _ in }
  ) {
    self.use = use
    self.onEvent = onEvent
    environment = BuildEnvironment(configuration, onEvent: onEvent)
  }

  /// Runs a chapter's experiments, except those that are remembered or marked `norun`. Never fails:
  /// what goes wrong is in the result, at its place in the chapter.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - knobs: values of knobs by their names, as they were written on the command line
  public func run(_ chapter: Chapter, knobs: [String: String] = [:]) async -> ChapterRun {
    let units = ChapterUnits(chapter)
    var record = RunRecord(units)
    record.note(ProgramChecks.findings(in: units))
    if record.open.isEmpty {
      for error in KnobTurns(wanted: knobs).errors(among: []) { record.note(error) }
    } else {
      await run(units, KnobTurns(wanted: knobs), into: &record)
    }
    for finding in InlineValueChecks.findings(in: chapter, record.results) { record.note(finding) }
    return record.finish()
  }

  private func run(_ units: ChapterUnits, _ turns: KnobTurns, into record: inout RunRecord) async {
    let tools: BuildEnvironment.Tools
    switch await environment.findTools() {
    case .failure(let problem): return record.failAll(because: problem)
    case .success(let found): tools = found
    }
    if let problem = tools.cache.problem, await environment.mayWarn() {
      record.note(ExecutionWording.cacheUnusable(problem))
    }
    let report = report(units)
    let memory = ChapterMemory(
      cache: ExperimentCache(folder: tools.cache.experiments), engineKey: tools.engineKey)
    let programs = record.open.map { ExperimentProgram(Island($0, in: units)) }
    if use == .remembering {
      for program in programs where memory.recall(program, into: &record) {
        report(.remembered(experiment: program.island.id))
      }
    }
    if record.open.isEmpty && turns.wanted.isEmpty { return }
    if let problem = await environment.sandboxError() { return record.failAll(because: problem) }
    if let warning = await environment.sandboxWarning() {
      record.note(warning)
      report(.warned(warning))
    }
    let execution = ChapterExecution(
      memory: memory, store: ProgramStore(folder: tools.cache.programs), use: use,
      build: tools.engine, budget: CompileBudget(tools.limits), environment: environment,
      onStep: report)
    let open = Set(record.open.map(\.index))
    await execution.run(
      programs.filter { open.contains($0.island.experiment.index) }.map { .init(program: $0) },
      into: &record)
    if !turns.wanted.isEmpty {
      await KnobTurning(turns: turns, useCache: use == .remembering)
        .apply(execution, to: programs, into: &record)
    }
  }

  /// Tells of the steps of a chapter.
  private func report(_ units: ChapterUnits) -> @Sendable (ExecutionEvent.Step) -> Void {
    { [onEvent] step in onEvent(ExecutionEvent(chapter: units.path, step: step)) }
  }
}
