import BookModel

/// Compiles the experiments that are meant not to compile, each by itself, so that they cost the
/// others nothing.
struct ExpectedRefusals: Sendable {
  /// What compiling one of them came to.
  struct Refusal: Sendable {
    /// The experiment.
    var unit: ChapterUnits.Unit
    /// What the compiler says of it, as was expected.
    var expected: Diagnostic?
    /// What is wrong: it compiles, or fails for another reason.
    var failure: Diagnostic?
  }

  /// The chapter.
  var units: ChapterUnits
  /// Compiles.
  var compiler: SwiftCompiler

  /// Compiles experiments.
  /// - Parameter work: a folder to work in
  func compile(_ experiments: [ChapterUnits.Unit], in work: String) async -> [Refusal] {
    var refusals: [Refusal] = []
    for unit in experiments {
      guard let id = unit.experiment else { continue }
      let outcome = await ChapterCompilation(units: units, compiler: compiler)
        .compile([id], in: work + "/refusal-" + id)
      if outcome.refused.contains(id), let failure = outcome.failures[id] {
        refusals.append(Refusal(unit: unit, expected: failure))
      } else {
        let failure =
          outcome.failures[id] ?? ExecutionWording.noCompileError(at: unit.block.fence)
        refusals.append(Refusal(unit: unit, failure: failure))
      }
    }
    return refusals
  }
}
