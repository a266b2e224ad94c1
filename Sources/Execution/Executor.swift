import BookModel

/// Executes chapters: compiles their experiments, runs each in a separate process, and caches the
/// results.
public struct Executor: Sendable {
  /// The locations and settings of an executor.
  public struct Configuration: Sendable {
    /// The cache folder; nil for the user's own.
    public var cacheFolder: String?
    /// The path of `swiftc`; nil for `GRADBOOK_SWIFTC` or else the one on `PATH`.
    public var compiler: String?
    /// The folder that contains `Sources` with the engine; nil to find it from the running program.
    public var package: String?
    /// The use of a sandbox for compilers and experiments.
    public var sandbox: SandboxUse
    /// True when a compiler is kept ready between two runs, so that a single edited experiment has one.
    public var keepsCompiler: Bool

    /// Makes a configuration; each argument has the usual default.
    public init(
      cacheFolder: String? = nil, compiler: String? = nil, package: String? = nil,
      sandbox: SandboxUse = .whereAvailable, keepsCompiler: Bool = false
    ) {
      self.cacheFolder = cacheFolder
      self.compiler = compiler
      self.package = package
      self.sandbox = sandbox
      self.keepsCompiler = keepsCompiler
    }
  }

  /// The treatment of cached results.
  public enum Use: Equatable, Sendable {
    /// Cached results are used; only the other experiments run.
    case remembering
    /// Every experiment is compiled and runs, and its result is cached again.
    case afresh
    /// Every experiment runs twice, unoptimized and optimized; a difference is an error.
    case comparing
  }

  private let use: Use
  private let onEvent: @Sendable (ExecutionEvent) -> Void
  let environment: BuildEnvironment

  /// Makes an executor. Nothing is looked up until a chapter with experiments is run.
  /// - Parameters:
  ///   - configuration: locations and settings
  ///   - use: the treatment of cached results
  ///   - onEvent: called for each event, from any thread
  public init(
    _ configuration: Configuration = Configuration(), use: Use = .remembering,
    onEvent: @escaping @Sendable (ExecutionEvent) -> Void = { _ in }
  ) {
    self.use = use
    self.onEvent = onEvent
    environment = BuildEnvironment(configuration, onEvent: onEvent)
  }

  /// Ends the processes that are kept ready for further runs, and waits for their ends.
  public func end() async { await environment.residents.end() }

  /// Runs a chapter's experiments, except those that are cached or marked `norun`. Never fails:
  /// problems are in the result, at their positions in the chapter.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - knobs: values of knobs by name, as written on the command line
  ///   - follower: follows the experiments while they run
  public func run(
    _ chapter: Chapter, knobs: [String: String] = [:], follower: RunFollower? = nil
  ) async -> ChapterRun {
    let units = ChapterUnits(chapter)
    var record = RunRecord(units)
    record.note(ProgramChecks.findings(in: units))
    if record.open.isEmpty {
      for error in KnobTurns(wanted: knobs).findings(among: []) { record.note(error) }
    } else {
      await run(units, KnobTurns(wanted: knobs), follower, into: &record)
    }
    Task { await environment.prepareCompiler() }
    for setup in units.unseenSetups {
      record.note(ExecutionWording.unseenSetup(at: setup.block.fence))
    }
    for finding in InlineValueChecks.findings(in: chapter, record.results) { record.note(finding) }
    for finding in CaptionChecks.findings(in: chapter, record.results) { record.note(finding) }
    return record.finish()
  }

  private func run(
    _ units: ChapterUnits, _ turns: KnobTurns, _ follower: RunFollower?,
    into record: inout RunRecord
  ) async {
    // A turned knob is hardly ever cached, so the sandbox will be needed.
    if !turns.wanted.isEmpty { await environment.startSandboxCheck() }
    let tools: BuildEnvironment.Tools
    switch await environment.findTools() {
    case .failure(let problem): return record.failAll(because: problem)
    case .success(let found): tools = found
    }
    if let problem = tools.cache.problem, await environment.mayWarn() {
      record.note(ExecutionWording.cacheUnusable(problem))
    }
    let report = report(units, follower)
    let cache = ChapterCache(
      experiments: ExperimentCache(folder: tools.cache.experiments), engineKey: tools.engineKey)
    let programs = record.open.map { ExperimentProgram(Island($0, in: units)) }
    if use == .remembering {
      for program in programs where cache.recall(program, into: &record) {
        report(.remembered(experiment: program.island.id))
      }
    }
    if record.open.isEmpty && turns.wanted.isEmpty { return }
    if let problem = await environment.sandboxError() { return record.failAll(because: problem) }
    async let warning = warnOfSandbox(report)
    let execution = ChapterExecution(
      cache: cache, store: ProgramStore(folder: tools.cache.programs), use: use,
      build: tools.engine, budget: CompileBudget(tools.limits), environment: environment,
      onStep: report, onOutput: follower?.onOutput)
    let open = Set(record.open.map(\.index))
    await execution.run(
      programs.filter { open.contains($0.island.experiment.index) }.map { .init(program: $0) },
      into: &record)
    if !turns.wanted.isEmpty {
      await KnobTurning(turns: turns, useCache: use == .remembering)
        .apply(execution, to: programs, into: &record)
    }
    if let warning = await warning { record.note(warning) }
  }

  /// Reports what the sandbox lacks as soon as it is known; the compiler need not wait for that.
  private func warnOfSandbox(_ report: @Sendable (ExecutionEvent.Step) -> Void) async -> Diagnostic?
  {
    let warning = await environment.sandboxWarning()
    if let warning { report(.warned(warning)) }
    return warning
  }

  /// Checks the sandbox.
  /// - Returns: the error that keeps all experiments from running when a whole sandbox is required
  public func sandboxError() async -> Diagnostic? { await environment.sandboxError() }

  /// Returns a function that reports the steps of a chapter.
  private func report(
    _ units: ChapterUnits, _ follower: RunFollower?
  ) -> @Sendable (ExecutionEvent.Step) -> Void {
    { [onEvent] step in
      onEvent(ExecutionEvent(chapter: units.path, step: step))
      follower?.onStep(step)
    }
  }
}
