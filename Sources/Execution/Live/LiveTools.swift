import BookModel
import Digests
import Files

/// What live pages are made with: the toolchain, the engine's sources, the cache.
package struct LiveTools: Sendable {
  /// The toolchain's programs.
  package let programs: ToolRunner
  /// The folder of all modules' sources.
  package let sources: String
  /// Identifies the engine's sources.
  package let sourcesDigest: String
  /// Identifies the engine that experiments natively run with.
  package let engineKey: String
  /// The cached parts of live pages.
  package let cache: CheckedFiles
  /// The folder of compiled engines.
  package let engines: String
  /// The path of a lock for building the engine for WebAssembly.
  package let lock: String
  /// The seconds that compiling one experiment may take.
  package let compileLimit: Double
  fileprivate let slots: ProcessorSlots

  /// Returns the paths of a module's Swift files, in a fixed order; none when there is no such module.
  package func files(of module: String) -> [String] {
    EngineSources.files(of: module, below: sources)
  }

  /// Waits for a processor, does some work on it, and gives it back.
  /// - Returns: nil when the task was cancelled first
  package func onProcessor<Result>(_ work: () async -> Result) async -> Result? {
    guard await slots.take() else { return nil }
    let result = await work()
    await slots.give()
    return result
  }
}

/// A native run of an experiment, to which one in a page is compared.
package struct NativeRun: Equatable, Sendable {
  /// The bytes that the experiment wrote.
  package var transcript: [UInt8]
  /// The failure in words; nil when the run ended well.
  package var failure: String?
  /// True when the run did not end in its time.
  package var ranOutOfTime = false
}

extension Executor {
  /// Finds what live pages are made with.
  package func liveTools() async -> Result<LiveTools, Diagnostic> {
    await environment.findTools().map { tools in
      let build = tools.engine
      return LiveTools(
        programs: ToolRunner(toolchain: build.toolchain, sandbox: build.sandbox),
        sources: build.sources.root, sourcesDigest: build.sources.digest,
        engineKey: tools.engineKey,
        cache: CheckedFiles(folder: tools.cache.live), engines: tools.cache.engines,
        lock: tools.cache.live + "/" + EntryName.lock,
        compileLimit: tools.limits.perProgram, slots: environment.slots)
    }
  }

  /// Runs experiments of a chapter with knobs turned, or finds what they wrote in the cache.
  /// - Parameter wanted: the experiments, each with the knobs that are not at their defaults
  /// - Returns: the runs in the same order; nil for what cannot be known
  package func nativeRuns(
    of chapter: Chapter, _ wanted: [(unit: LiveUnit, settings: [String: Double])]
  ) async -> [NativeRun?] {
    guard case .success(let tools) = await environment.findTools() else {
      return wanted.map { _ in nil }
    }
    let cache = ChapterCache(
      experiments: ExperimentCache(folder: tools.cache.experiments), engineKey: tools.engineKey)
    let programs = wanted.map { ExperimentProgram($0.unit.island) }
    var runs: [NativeRun?] = zip(programs, wanted).map { program, wanted in
      cache.transcript(of: program, wanted.settings).map { NativeRun(transcript: $0) }
    }
    let open = runs.indices.filter { runs[$0] == nil }
    if open.isEmpty { return runs }
    let execution = ChapterExecution(
      cache: cache, store: ProgramStore(folder: tools.cache.programs), use: .remembering,
      build: tools.engine, budget: CompileBudget(tools.limits), environment: environment,
      onStep: { _ in })
    var record = RunRecord(ChapterUnits(chapter))
    let verdicts = await execution.run(
      open.map { .init(program: programs[$0], settings: wanted[$0].settings) }, into: &record)
    for (index, verdict) in zip(open, verdicts) {
      runs[index] = NativeRun(
        transcript: verdict.transcript, failure: verdict.failure?.message,
        ranOutOfTime: verdict.ranOutOfTime)
    }
    return runs
  }
}
