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

  private let useCache: Bool
  private let onEvent: @Sendable (ExecutionEvent) -> Void
  private let workshop: Workshop

  /// Makes an executor. Nothing is looked for until a chapter with experiments is run.
  /// - Parameters:
  ///   - configuration: where it finds what it needs
  ///   - useCache: whether remembered outputs are used; when false every experiment runs, and is
  ///     remembered anew
  ///   - onEvent: told what happens, from any thread
  public init(
    _ configuration: Configuration = Configuration(), useCache: Bool = true,
    onEvent: @escaping @Sendable (ExecutionEvent) -> Void = { _ in }
  ) {
    self.useCache = useCache
    self.onEvent = onEvent
    workshop = Workshop(configuration, onEvent: onEvent)
  }

  /// Runs a chapter's experiments, except those that are remembered or marked `norun`. Never fails:
  /// what goes wrong is in the result, at its place in the chapter.
  public func run(_ chapter: Chapter) async -> ChapterRun {
    let units = ChapterUnits(chapter)
    var record = RunRecord(units)
    record.note(ProgramChecks.findings(in: units))
    guard !record.open.isEmpty else { return record.finish() }
    switch await workshop.equip() {
    case .failure(let problem): record.failAll(because: problem)
    case .success(let equipment):
      if let problem = equipment.cache.problem, await workshop.mayWarn() {
        record.note(ExecutionWording.cacheUnusable(problem))
      }
      let memory = ChapterMemory(
        units: units, cache: ExperimentCache(folder: equipment.cache.experiments),
        engineKey: equipment.engineKey)
      if useCache {
        for id in memory.recall(into: &record) { report(units)(.remembered(experiment: id)) }
      }
      if !record.open.isEmpty {
        if let problem = await workshop.sandboxError() {
          record.failAll(because: problem)
        } else {
          await compileAndRun(units, equipment.engine, memory, into: &record)
          if let warning = await workshop.sandboxWarning() { record.note(warning) }
        }
      }
    }
    return record.finish()
  }

  /// Tells of the steps of a chapter.
  private func report(_ units: ChapterUnits) -> @Sendable (ExecutionEvent.Step) -> Void {
    { [onEvent] step in onEvent(ExecutionEvent(chapter: units.path, step: step)) }
  }

  private func compileAndRun(
    _ units: ChapterUnits, _ build: EngineBuild, _ memory: ChapterMemory,
    into record: inout RunRecord
  ) async {
    let engine: EngineLibrary
    switch await workshop.library(build) {
    case .success(let library): engine = library
    case .failure(let error): return record.failAll(because: error.diagnostic)
    }
    let work: TemporaryFolder
    do throws(FileError) { work = try TemporaryFolder() } catch {
      return record.failAll(because: Diagnostic(at: nil, "\(error)"))
    }
    let compiler = SwiftCompiler(
      toolchain: build.toolchain, engine: engine, sandbox: build.sandbox)
    let compiled = await ChapterCompilation(units: units, compiler: compiler, onStep: report(units))
      .compile(Set(record.open.compactMap(\.experiment)), in: work.path)
    for diagnostic in compiled.errors + compiled.warnings { record.note(diagnostic) }
    for (id, failure) in compiled.failures { record.end(id, failure: failure) }
    let runs = await ExperimentRuns(
      units: units, compiler: compiler, onStep: report(units)
    )
    .run(compiled.programs, in: work.path)
    let trapped = runs.compactMap { run in
      run.outcome.failure.flatMap { failure in
        failure.canBeLocated ? TrapLocator.Trapped(unit: run.unit, failure: failure) : nil
      }
    }
    if !trapped.isEmpty { report(units)(.locating(experiments: trapped.count)) }
    let located = await TrapLocator(units: units, compiler: compiler)
      .locate(trapped, in: work.path)
    for run in runs {
      let failure =
        located[run.id] ?? run.outcome.failure?.diagnostic(at: units.place(of: run.unit))
      record.end(run.id, outputs: run.outcome.outputs, failure: failure)
      guard failure == nil else { continue }
      let problem = memory.remember(run.unit, run.outcome.transcript, compiled.warnings)
      if let problem, await workshop.mayWarn() {
        record.note(ExecutionWording.cacheUnusable(problem))
      }
    }
    memory.cache.trim()
  }
}
