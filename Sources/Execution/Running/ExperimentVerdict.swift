import BookModel

/// The result of an experiment, determined from its unoptimized and its optimized attempt.
struct ExperimentVerdict: Sendable {
  /// The bytes that the experiment wrote to standard output.
  private(set) var transcript: [UInt8] = []
  /// The outputs up to the end of the run.
  private(set) var outputs: [Output] = []
  /// The text written to standard error.
  private(set) var standardError = ""
  /// The failure; nil when the experiment ended well.
  private(set) var failure: IslandDiagnostic?
  /// True when the failure is that the two programs behave differently.
  private(set) var isDifference = false
  /// True when Swift or the engine stopped it.
  private(set) var isTrap = false
  /// True when it did not end in its time.
  private(set) var ranOutOfTime = false
  /// The compiler's errors in the code; they are the reason for the failure, if there are any.
  private(set) var errors: [IslandDiagnostic] = []
  /// The compiler's warnings, and those of the engine.
  private(set) var warnings: [IslandDiagnostic] = []
  /// The program whose run is the result.
  private(set) var program: CompiledExperiment?
  /// All compiled programs.
  private(set) var programs: [CompiledExperiment] = []

  private let island: Island

  /// Determines the result.
  /// - Parameters:
  ///   - attempts: the completed attempts
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
    (self.program, warnings) = (program, program.warnings + outcome.warnings)
    isTrap = outcome.failure?.isTrap ?? false
    if case .timeLimit = outcome.failure { ranOutOfTime = true }
    failure = outcome.failure.map { failure in
      failure.isTrap || failure.isOfResources
        ? located(failure, outcome.places) : failure.diagnostic()
    }
  }

  /// Returns true when a compiler's error is in the experiment's own code.
  func isOwn(_ error: IslandDiagnostic) -> Bool {
    error.position.map { island.isOwn(line: $0.line) } ?? false
  }

  /// Returns a failure with its position. When that is in a setup block, a note has the position in
  /// the experiment itself.
  private func located(_ failure: ExperimentFailure, _ places: [SourcePosition])
    -> IslandDiagnostic
  {
    var known = places.filter { island.unit(atLine: $0.line) != nil }
    if case .timeLimit = failure, known.isEmpty, let loop = island.likelyLoop { known = [loop] }
    guard let innermost = known.first else { return failure.diagnostic() }
    let call =
      island.isOwn(line: innermost.line) ? nil : known.first { island.isOwn(line: $0.line) }
    return failure.diagnostic(
      at: innermost,
      notes: call.map { [.init(position: $0, message: "called from here")] } ?? [])
  }

  /// Returns the failure when the two programs of one experiment behave differently, or nil when no
  /// difference is known: a program that was stopped at a limit has not shown everything.
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
