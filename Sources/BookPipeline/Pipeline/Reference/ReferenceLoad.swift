import BookModel
import Digests
import Execution
import Reference

/// Loads the public declarations of the engine: from the cache, else from the compiler.
package struct ReferenceLoad: Sendable {
  private let executor: Executor

  /// Makes a loader; nothing is loaded yet.
  package init(executor: Executor) { self.executor = executor }

  /// Loads them.
  /// - Returns: a warning when they cannot be had
  package func load() async -> Result<EngineReference, Diagnostic> {
    let name: String
    switch await executor.engineKey() {
    case .failure(let problem): return .failure(problem)
    case .success(let key): name = Self.name(forEngine: key)
    }
    let cache = PageCache()
    if case .bytes(let bytes)? = cache?.recall(name),
      let reference = try? EngineReference(decoding: bytes)
    {
      return .success(reference)
    }
    return await executor.symbolGraphs(of: EngineReference.modules).flatMap { graphs in
      let read = graphs.compactMap(SymbolGraph.init)
      guard read.count == graphs.count else {
        return .failure(
          Diagnostic(
            .warning, at: nil,
            "the reference of the engine is left out: the compiler's symbol graph is no JSON"))
      }
      let reference = EngineReference(read)
      try? cache?.remember(reference.encoded(), as: name)
      return .success(reference)
    }
  }

  /// The program's version counts, because it decides what of the graph is kept.
  private static func name(forEngine key: String) -> String {
    var digest = SHA256()
    for text in ["reference", key, RunningProgram.stamp ?? ""] { digest.update(text) }
    return digest.hexadecimal()
  }
}
