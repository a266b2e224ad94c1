import BookModel

/// The result of compiling an experiment in one of the two ways, and of running what was compiled.
enum ExperimentAttempt: Sendable {
  /// It does not compile: the compiler's errors and warnings, or how it failed otherwise.
  case notCompiled([IslandDiagnostic], reason: Reason)
  /// It ran.
  case ran(ProgramRun.Outcome, CompiledExperiment)
  /// It was cancelled.
  case cancelled

  /// Why something does not compile.
  enum Reason: Sendable {
    /// Its code has an error.
    case code
    /// The compiler crashed, did not end, or failed without naming a place.
    case compiler
  }

  /// Whether nothing that the other way might do can change the result.
  ///
  /// Where an optimized program trapped, only the other one knows why and where. Where a program needed
  /// more than it may have, the other one may need less.
  func isConclusive(_ optimization: CompilerOptions.Optimization) -> Bool {
    switch self {
    case .notCompiled(_, .code): true
    case .notCompiled(_, .compiler), .cancelled: false
    case .ran(let outcome, _):
      switch outcome.failure {
      case nil: true
      case .timeLimit: false
      case let failure?:
        optimization == .none ? !failure.isOfResources : !failure.isTrap
      }
    }
  }
}

/// A compiled experiment.
struct CompiledExperiment: Sendable {
  /// The path of the program.
  var path: String
  /// How it was compiled.
  var optimization: CompilerOptions.Optimization
  /// The compiler's warnings.
  var warnings: [IslandDiagnostic]
  /// Whether it was compiled earlier.
  var isStored = false
}
