import BookModel
import Digests

/// Names everything that the outputs of an experiment depend on, and nothing else: not its place in
/// the chapter, not how it is shown.
struct ExperimentKey: Hashable, Sendable {
  /// 64 hexadecimal digits.
  let name: String

  /// The version of what is stored under a key.
  private static let format: UInt64 = 2

  /// Makes the key of an experiment.
  /// - Parameters:
  ///   - unit: the experiment
  ///   - units: the chapter that it is in
  ///   - settings: the knobs that are not at their defaults
  ///   - engine: the engine's own key, which holds the toolchain's version
  init(
    _ unit: ChapterUnits.Unit, in units: ChapterUnits, settings: [String: Double] = [:],
    engine: String
  ) {
    var digest = SHA256()
    digest.update(Self.format)
    digest.update(engine)
    digest.update(SwiftCompiler.options)
    digest.update(units.seed)
    digest.update(unit.block.options.timeout.bitPattern)
    digest.update(unit.block.options.expect?.rawValue ?? "")
    digest.update(unit.experiment ?? "")
    digest.update(unit.block.code)
    let setups = units.setups(above: unit)
    digest.update(UInt64(setups.count))
    for setup in setups { digest.update(setup.block.code) }
    for (knob, value) in settings.sorted(by: { $0.key < $1.key }) {
      digest.update(knob)
      digest.update(value.bitPattern)
    }
    name = digest.hexadecimal()
  }
}
