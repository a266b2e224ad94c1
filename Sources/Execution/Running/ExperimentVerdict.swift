import BookModel

/// The result of an experiment, given what became of its unoptimized and its optimized program.
struct ExperimentVerdict: Sendable {
  /// What was put out, as it was written.
  private(set) var transcript: [UInt8] = []
  /// What was put out, until it ended.
  private(set) var outputs: [Output] = []
  /// What it wrote to standard error.
  private(set) var standardError = ""
  /// Why it did not end well, if so.
  private(set) var failure: IslandDiagnostic?
  /// Whether the failure is that the two programs behave differently.
  private(set) var isDifference = false
  /// Whether it was Swift or the engine that stopped it.
  private(set) var isTrap = false
  /// The compiler's errors; they are the reason of the failure, if there are any.
  private(set) var errors: [IslandDiagnostic] = []
  /// The compiler's warnings.
  private(set) var warnings: [IslandDiagnostic] = []
  /// The program whose run is the result.
  private(set) var program: CompiledExperiment?
  /// All programs that there are.
  private(set) var programs: [CompiledExperiment] = []

  private let island: Island

  /// Judges.
  /// - Parameters:
  ///   - attempts: those that came to an end
  ///   - island: the experiment with the setup blocks above it
  init(_ attempts: [CompilerOptions.Optimization: ExperimentAttempt], of island: Island) {
    self.island = island
    programs = attempts.values.compactMap {
      if case .ran(_, let program) = $0 { program } else { nil }
    }
    switch (attempts[.none], attempts[.speed]) {
    case (.ran(let plain, let program), .ran(let fast, let fastProgram)):
      if let fault = Self.difference(plain, fast) {
        take(plain, program)
        (failure, isDifference, isTrap) = (fault, true, false)
      } else if plain.failure?.isOfResources ?? false, !(fast.failure?.isOfResources ?? false) {
        take(fast, fastProgram)
      } else {
        take(plain, program)
      }
    case (.ran(let outcome, let program), _), (_, .ran(let outcome, let program)):
      take(outcome, program)
    case (.notCompiled(let messages, let reason), _), (_, .notCompiled(let messages, let reason)):
      errors = messages.filter { $0.severity == .error }
      warnings = messages.filter { $0.severity == .warning }
      failure = errors.first
      if reason == .compiler { errors = [] }
    default:
      failure = ExperimentFailure.notStarted("cancelled").diagnostic()
    }
  }

  private mutating func take(_ outcome: ProgramRun.Outcome, _ program: CompiledExperiment) {
    (transcript, outputs) = (outcome.transcript, outcome.outputs)
    standardError = outcome.standardError
    (self.program, warnings) = (program, program.warnings)
    isTrap = outcome.failure?.isTrap ?? false
    failure = outcome.failure.map { failure in
      failure.isTrap || failure.isOfResources
        ? located(failure, outcome.places) : failure.diagnostic()
    }
  }

  /// Whether a compiler's error is one in the experiment's own code.
  func isOwn(_ error: IslandDiagnostic) -> Bool {
    error.position.map { island.isOwn(line: $0.line) } ?? false
  }

  /// A failure where it happened. When that is in a setup block's code, a note tells where the experiment
  /// itself was.
  private func located(_ failure: ExperimentFailure, _ places: [SourcePosition])
    -> IslandDiagnostic
  {
    var known = places.filter { island.unit(atLine: $0.line) != nil }
    if case .timeLimit = failure, known.isEmpty, let loop = island.onlyEmptyLoop { known = [loop] }
    guard let innermost = known.first else { return failure.diagnostic() }
    let call =
      island.isOwn(line: innermost.line) ? nil : known.first { island.isOwn(line: $0.line) }
    return failure.diagnostic(
      at: innermost,
      notes: call.map { [.init(position: $0, message: "called from here")] } ?? [])
  }

  /// What is wrong when the two programs of one experiment behave differently; nil when they do not, as
  /// far as is known: a program that was ended because it needed too much has not shown all.
  private static func difference(_ plain: ProgramRun.Outcome, _ fast: ProgramRun.Outcome)
    -> IslandDiagnostic?
  {
    if plain.failure?.isOfResources ?? false || fast.failure?.isOfResources ?? false { return nil }
    let isSame =
      plain.failure == fast.failure && (plain.failure != nil || plain.transcript == fast.transcript)
    if isSame || (plain.failure?.isTrap ?? false) && (fast.failure?.isTrap ?? false) { return nil }
    return ExecutionWording.optimizedDiffers(plain.failure?.message, fast.failure?.message)
  }
}
