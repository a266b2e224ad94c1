import Execution
import Files
import Transcript

/// Compiles experiments for WebAssembly.
struct ExperimentCompiler: Sendable {
  /// The result of compiling an experiment.
  enum Outcome: Equatable, Sendable {
    /// The object file that contains it.
    case object(ObjectFile)
    /// It cannot be compiled.
    case refused(Refusal)
  }

  let tools: LiveTools
  let engine: WasmEngine

  private var limits: ToolRunner.Limits { .init(seconds: tools.compileLimit, memory: 6 << 30) }

  /// Returns the object files of experiments in their order, from the cache or the compiler.
  func compile(_ batches: [CompilationBatch]) async -> [ExperimentCode: Outcome] {
    await withTaskGroup(of: [ExperimentCode: Outcome].self) { group in
      for batch in batches { group.addTask { await compile(batch) } }
      return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
  }

  /// Compiles the experiments of a batch each by itself, now and in future.
  func separate(_ batch: CompilationBatch) async -> [ExperimentCode: Outcome] {
    try? tools.cache.remember(CompiledBatch.separated.encoded(), as: batch.key(engine))
    return await compile(batch.codes.map(CompilationBatch.init))
  }

  private func compile(_ batch: CompilationBatch) async -> [ExperimentCode: Outcome] {
    let key = batch.key(engine)
    if case .bytes(let bytes) = tools.cache.recall(key), let known = CompiledBatch(decoding: bytes)
    {
      return await outcomes(of: known, batch)
    }
    guard let compiled = await tools.onProcessor({ await compileAnew(batch) }) else {
      return Dictionary(uniqueKeysWithValues: batch.codes.map { ($0, .refused(.interrupted)) })
    }
    if case .refused(let refusal) = compiled, refusal.isPassing {
    } else {
      try? tools.cache.remember(compiled.encoded(), as: key)
    }
    return await outcomes(of: compiled, batch)
  }

  private func outcomes(
    of compiled: CompiledBatch, _ batch: CompilationBatch
  ) async -> [ExperimentCode: Outcome] {
    let outcome: Outcome
    switch compiled {
    case .object(let bytes): outcome = .object(ObjectFile(name: batch.name, bytes: bytes))
    case .refused(let refusal): outcome = .refused(refusal)
    case .separated: return await compile(batch.codes.map(CompilationBatch.init))
    }
    return Dictionary(uniqueKeysWithValues: batch.codes.map { ($0, outcome) })
  }

  private func compileAnew(_ batch: CompilationBatch) async -> CompiledBatch {
    let work: TemporaryFolder
    do throws(FileError) {
      work = try TemporaryFolder()
      for code in batch.codes {
        try FileAccess.writeAtomically(
          Array(code.source.utf8), to: work.path + "/" + code.name + ".swift")
      }
    } catch {
      return .refused(.passing("\(error)"))
    }
    let outcome = await tools.programs.run(
      "swiftc",
      WasmTarget.experiment + [
        "-module-name", batch.name, "-module-cache-path", "module-cache", "-I", engine.folder, "-c",
        "-o", "experiments.o",
      ] + batch.codes.map { $0.name + ".swift" } + [engine.interpolation],
      in: work.path, reading: [engine.folder], limits: limits)
    if outcome.isGood, let object = try? FileAccess.read(work.path + "/experiments.o") {
      return .object(object)
    }
    // Which experiment is the reason, and what it says by itself, only shows when each is compiled alone.
    if batch.codes.count > 1 { return .separated }
    return .refused(CompilerRefusal.reason(outcome))
  }
}
