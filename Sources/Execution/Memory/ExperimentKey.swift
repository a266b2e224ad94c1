import BookModel
import Digests

/// Identifies everything that the outputs of an experiment depend on, and nothing else: not its
/// position in the chapter, its id or its presentation.
struct ExperimentKey: Hashable, Sendable {
  /// The key as 64 hexadecimal digits.
  let name: String

  /// The version of the entries' format.
  private static let format: UInt64 = 4

  /// Makes the key of an experiment.
  /// - Parameters:
  ///   - program: the whole program
  ///   - settings: the knobs that are not at their defaults
  ///   - data: the data files that it may read; those that the program declares unless given
  ///   - engine: the engine's key, which covers the toolchain's version
  init(
    _ program: ExperimentProgram, settings: [String: Double] = [:], data: [DeclaredFile]? = nil,
    engine: String
  ) {
    var digest = SHA256()
    digest.update(Self.format)
    digest.update(engine)
    digest.update(UInt64(CompilerOptions.all.count))
    for option in CompilerOptions.all { digest.update(option) }
    let options = program.island.experiment.block.options
    digest.update(options.timeout.bitPattern)
    digest.update(options.expect?.rawValue ?? "")
    digest.update(program.source)
    digest.update(UInt64(settings.count))
    for (knob, value) in settings.sorted(by: { $0.key < $1.key }) {
      digest.update(knob)
      digest.update(value.bitPattern)
    }
    let data = data ?? program.island.data
    digest.update(UInt64(data.count))
    for file in data { digest.update(file.content?.digest ?? "") }
    name = digest.hexadecimal()
  }
}
