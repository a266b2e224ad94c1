import BookModel
import Digests

/// Names everything that the outputs of an experiment depend on, and nothing else: not its place in the
/// chapter, not its id, not how it is shown.
struct ExperimentKey: Hashable, Sendable {
  /// 64 hexadecimal digits.
  let name: String

  /// The version of what is stored under a key.
  private static let format: UInt64 = 3

  /// Makes the key of an experiment.
  /// - Parameters:
  ///   - program: all that is compiled
  ///   - settings: the knobs that are not at their defaults
  ///   - engine: the engine's own key, which holds the toolchain's version
  init(_ program: ExperimentProgram, settings: [String: Double] = [:], engine: String) {
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
    name = digest.hexadecimal()
  }
}
