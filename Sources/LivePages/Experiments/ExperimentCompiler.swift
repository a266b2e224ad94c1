import Execution
import Files
import Transcript

/// Compiles experiments for WebAssembly.
struct ExperimentCompiler: Sendable {
  /// The result of compiling an experiment.
  enum Outcome: Equatable, Sendable {
    /// Its object file.
    case object([UInt8])
    /// It cannot be compiled.
    case refused(Refusal)
  }

  let tools: LiveTools
  let engine: WasmEngine

  private var limits: ToolRunner.Limits { .init(seconds: tools.compileLimit, memory: 6 << 30) }

  /// Returns an experiment's object file, from the cache or the compiler.
  func compile(_ code: ExperimentCode) async -> Outcome {
    let key = code.key(engine)
    if case .bytes(let bytes) = tools.cache.recall(key), let known = Outcome(decoding: bytes) {
      return known
    }
    guard let outcome = await tools.onProcessor({ await compileAnew(code) }) else {
      return .refused(.interrupted)
    }
    if case .refused(let refusal) = outcome, refusal.isPassing { return outcome }
    try? tools.cache.remember(outcome.encoded(), as: key)
    return outcome
  }

  private func compileAnew(_ code: ExperimentCode) async -> Outcome {
    let work: TemporaryFolder
    do throws(FileError) {
      work = try TemporaryFolder()
      try FileAccess.writeAtomically(Array(code.source.utf8), to: work.path + "/experiment.swift")
    } catch {
      return .refused(.passing("\(error)"))
    }
    let outcome = await tools.programs.run(
      "swiftc",
      WasmTarget.experiment + [
        "-module-name", code.name, "-module-cache-path", "module-cache", "-I", engine.folder, "-c",
        "-o", "experiment.o", "experiment.swift", engine.interpolation,
      ], in: work.path, reading: [engine.folder], limits: limits)
    if outcome.isGood, let object = try? FileAccess.read(work.path + "/experiment.o") {
      return .object(object)
    }
    return .refused(CompilerRefusal.reason(outcome))
  }
}

extension ExperimentCompiler.Outcome {
  /// Reads the result of `encoded()`; nil when it is something else.
  init?(decoding bytes: [UInt8]) {
    switch bytes.first {
    case 0: self = .object(Array(bytes.dropFirst()))
    case 1:
      guard let refusal = Refusal(decoding: Array(bytes.dropFirst())) else { return nil }
      self = .refused(refusal)
    default: return nil
    }
  }

  /// Returns the result as bytes.
  func encoded() -> [UInt8] {
    switch self {
    case .object(let bytes): [0] + bytes
    case .refused(let refusal): [1] + refusal.encoded()
    }
  }
}
