import Digests

/// Experiments of a chapter that are compiled as files of one module.
///
/// Most of the time of a compilation goes into what all experiments use, the standard library's generic
/// functions above all, which Embedded Swift compiles again for each module. The files of a module share it.
/// They do not see each other's code, for all of it is within functions or private; an experiment that
/// declares something at file scope is compiled by itself.
struct CompilationBatch: Sendable {
  /// The experiments, each with a code of its own.
  let codes: [ExperimentCode]

  /// The largest number of experiments, so that the compiler needs neither long nor much memory: those of
  /// almost every chapter. What they share takes as long to compile as several of them.
  private static let largest = 24

  /// Makes a batch of one experiment.
  init(_ code: ExperimentCode) { codes = [code] }

  private init(_ codes: [ExperimentCode]) { self.codes = codes }

  /// Divides experiments into batches. It depends on nothing but their code, so that a chapter always comes
  /// to the same bytes.
  static func all(of codes: [ExperimentCode]) -> [CompilationBatch] {
    var known: Set<ExperimentCode> = []
    let different = codes.filter { known.insert($0).inserted }
    let shared = different.filter(\.unit.isSelfContained)
    let starts = stride(from: 0, to: shared.count, by: largest)
    return starts.map { CompilationBatch(Array(shared[$0...].prefix(largest))) }
      + different.filter { !$0.unit.isSelfContained }.map(CompilationBatch.init)
  }

  /// The name of the module.
  var name: String {
    if codes.count == 1 { return codes[0].name }
    var digest = SHA256()
    for code in codes { digest.update(code.name) }
    return "experiments_" + digest.hexadecimal().prefix(24)
  }

  /// Returns a name for all that the object file depends on.
  func key(_ engine: WasmEngine) -> String {
    var digest = SHA256()
    digest.update("batch")
    digest.update(UInt64(codes.count))
    for code in codes { digest.update(code.key(engine)) }
    return digest.hexadecimal()
  }
}
