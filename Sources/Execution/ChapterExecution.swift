import BookModel

/// Compiles and runs experiments of one chapter, and remembers what came out. A program that has been
/// compiled once serves every further run.
struct ChapterExecution {
  /// An experiment to run.
  struct Wanted {
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// The knobs that are not at their defaults.
    var settings: [String: Double] = [:]
  }

  /// The chapter.
  let units: ChapterUnits
  /// What is remembered.
  let memory: ChapterMemory
  /// Where compiled programs are kept.
  let store: ProgramStore
  /// Whether programs that were compiled earlier are used.
  let useCache: Bool
  /// Builds the engine, or knows where it is.
  let build: EngineBuild
  /// What all chapters share.
  let workshop: Workshop
  /// Told about every step.
  let onStep: @Sendable (ExecutionEvent.Step) -> Void

  private var programs: [String: ProgramStore.Program] = [:]
  private var work: TemporaryFolder?

  /// Makes an execution in which nothing is compiled yet.
  init(
    units: ChapterUnits, memory: ChapterMemory, programs store: ProgramStore, useCache: Bool,
    build: EngineBuild, workshop: Workshop,
    onStep: @escaping @Sendable (ExecutionEvent.Step) -> Void
  ) {
    self.units = units
    self.memory = memory
    self.store = store
    self.useCache = useCache
    self.build = build
    self.workshop = workshop
    self.onStep = onStep
  }

  /// Runs experiments, each with its settings.
  mutating func run(_ wanted: [Wanted], into record: inout RunRecord) async {
    if wanted.isEmpty { return }
    let engine: EngineLibrary
    switch await workshop.library(build) {
    case .success(let library): engine = library
    case .failure(let error): return record.failAll(because: error.diagnostic)
    }
    do throws(FileError) { if work == nil { work = try TemporaryFolder() } } catch {
      return record.failAll(because: Diagnostic(at: nil, "\(error)"))
    }
    guard let work = work?.path else { return }
    let compiler = SwiftCompiler(
      toolchain: build.toolchain, engine: engine, sandbox: build.sandbox)
    let refused = wanted.filter { $0.unit.block.options.expect == .compileError }.map(\.unit)
    async let refusals = ExpectedRefusals(units: units, compiler: compiler)
      .compile(refused, in: work)
    let runnable = wanted.filter { $0.unit.block.options.expect != .compileError }
    await prepare(runnable.map(\.unit), compiler, in: work, into: &record)
    await run(runnable.filter { programs[$0.id] != nil }, compiler, in: work, into: &record)
    for refusal in await refusals { await take(refusal, into: &record) }
    memory.cache.trim()
  }

  // MARK: Compiling

  /// Finds or compiles the programs of experiments.
  private mutating func prepare(
    _ wanted: [ChapterUnits.Unit], _ compiler: SwiftCompiler, in work: String,
    into record: inout RunRecord
  ) async {
    var missing: Set<String> = []
    for unit in wanted {
      guard let id = unit.experiment, programs[id] == nil else { continue }
      let key = ProgramKey(unit, in: units, engine: compiler.engine)
      if useCache, let program = store.find(key) {
        programs[id] = program
        memory.note(program.warnings, of: unit, in: &record)
      } else {
        missing.insert(id)
      }
    }
    if missing.isEmpty { return }
    let folder = work + "/compilation-\(programs.count)"
    let compiled = await ChapterCompilation(units: units, compiler: compiler, onStep: onStep)
      .compile(missing, in: folder)
    for diagnostic in compiled.errors + compiled.warnings { record.note(diagnostic) }
    for (id, failure) in compiled.failures { record.end(id, failure: failure) }
    for unit in wanted {
      guard let id = unit.experiment, let path = compiled.programs[id] else { continue }
      let warnings = memory.relative(compiled.warnings, to: unit)
      programs[id] = ProgramStore.Program(path: path, warnings: warnings)
    }
    await keep(Set(compiled.programs.values), wanted, compiler.engine, into: &record)
  }

  private func keep(
    _ paths: Set<String>, _ wanted: [ChapterUnits.Unit], _ engine: EngineLibrary,
    into record: inout RunRecord
  ) async {
    for path in paths.sorted() {
      let held = wanted.compactMap { unit in
        programs[unit.experiment ?? ""].flatMap { program in
          program.path == path
            ? (ProgramKey(unit, in: units, engine: engine), program.warnings) : nil
        }
      }
      do throws(FileError) { try store.store(path, holding: held) } catch {
        await warn(error, in: &record)
      }
    }
  }

  // MARK: Running

  private func run(
    _ wanted: [Wanted], _ compiler: SwiftCompiler, in work: String, into record: inout RunRecord
  ) async {
    let runs = await ExperimentRuns(units: units, compiler: compiler, onStep: onStep).run(
      wanted.map { ExperimentRuns.Task($0, program: programs[$0.id]?.path ?? "") }, in: work)
    let trapped = runs.compactMap { run in
      run.outcome.failure.flatMap { failure in
        failure.canBeLocated
          ? TrapLocator.Trapped(unit: run.unit, settings: run.settings, failure: failure) : nil
      }
    }
    if !trapped.isEmpty { onStep(.locating(experiments: trapped.count)) }
    let located = await TrapLocator(units: units, compiler: compiler).locate(trapped, in: work)
    for run in runs {
      let failure =
        located[run.id] ?? run.outcome.failure?.diagnostic(at: units.place(of: run.unit))
      await take(run, failure, into: &record)
    }
  }

  /// Notes how a run ended, and remembers it if it ended as it was meant to.
  private func take(
    _ run: ExperimentRuns.Run, _ failure: Diagnostic?, into record: inout RunRecord
  ) async {
    let isTrap = run.outcome.failure?.canBeLocated ?? false
    var (failure, expected): (Diagnostic?, Diagnostic?) = (failure, nil)
    if run.unit.block.options.expect == .trap {
      if isTrap {
        (failure, expected) = (nil, failure)
      } else if failure == nil {
        failure = ExecutionWording.noTrap(at: run.unit.block.fence)
      }
    }
    let outputs = run.outcome.outputs + (expected.map { [.failure($0)] } ?? [])
    record.end(run.id, outputs: outputs, failure: failure)
    if failure != nil || outputs.contains(where: \.isFailedCheck) { return }
    await remember(
      run.unit, run.settings, run.outcome.transcript, failure: expected, into: &record)
  }

  private func take(_ refusal: ExpectedRefusals.Refusal, into record: inout RunRecord) async {
    guard let id = refusal.unit.experiment else { return }
    guard let expected = refusal.expected else {
      return record.end(id, failure: refusal.failure)
    }
    record.end(id, outputs: [.failure(expected)])
    await remember(refusal.unit, [:], [], failure: expected, into: &record)
  }

  private func remember(
    _ unit: ChapterUnits.Unit, _ settings: [String: Double], _ transcript: [UInt8],
    failure: Diagnostic?, into record: inout RunRecord
  ) async {
    let problem = memory.remember(
      unit, settings, transcript, programs[unit.experiment ?? ""]?.warnings ?? [], failure)
    if let problem { await warn(problem, in: &record) }
  }

  private func warn(_ problem: FileError, in record: inout RunRecord) async {
    if await workshop.mayWarn() { record.note(ExecutionWording.cacheUnusable(problem)) }
  }
}

extension ChapterExecution.Wanted {
  /// The experiment's id.
  var id: String { unit.experiment ?? "" }
}

extension Output {
  /// Whether it is a claim that does not hold.
  var isFailedCheck: Bool {
    if case .check(let check) = self { !check.holds } else { false }
  }
}
