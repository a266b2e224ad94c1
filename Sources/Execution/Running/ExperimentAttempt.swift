import BookModel

/// The result of compiling an experiment with one optimization, and of running the program.
enum ExperimentAttempt: Sendable {
  /// It does not compile: the compiler's messages, and the kind of failure.
  case notCompiled([IslandDiagnostic], reason: Reason)
  /// It ran.
  case ran(ProgramRun.Outcome, CompiledExperiment)
  /// It was cancelled.
  case cancelled

  /// The reason why something does not compile.
  enum Reason: Sendable {
    /// Its code has an error.
    case code
    /// The compiler crashed, did not end, or failed without naming a position.
    case compiler
    /// It did not end although it had nothing to optimize: with more to do it would not either.
    case time
  }

  /// Returns true when the other attempt cannot change the result.
  ///
  /// When an optimized program traps, only the unoptimized one knows why and where. When a program
  /// exceeds its memory or time, the other one may need less.
  func isConclusive(_ optimization: CompilerOptions.Optimization) -> Bool {
    switch self {
    case .notCompiled(_, .code), .notCompiled(_, .time): true
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

struct CompiledExperiment: Sendable {
  /// The path of the program.
  var path: String
  /// The optimization with which it was compiled.
  var optimization: CompilerOptions.Optimization
  /// The compiler's warnings.
  var warnings: [IslandDiagnostic]
  /// True when it comes from the cache.
  var isStored = false
}
