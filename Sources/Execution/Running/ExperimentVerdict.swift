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

  /// True when a setup block stopped it before the experiment began.
  var trapsInSetup: Bool {
    guard isTrap, let failure, let position = failure.position else { return false }
    return !([position] + failure.notes.map(\.position)).contains { island.isOwn(line: $0.line) }
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

  /// Returns true when the outputs of a program that was stopped are those with which another's begin.
  /// - Parameter orEnded: true when the other was stopped too, maybe earlier
  private static func begins(_ stopped: [Output], _ other: [Output], orEnded: Bool) -> Bool {
    if orEnded, stopped.count > other.count { return begins(other, stopped, orEnded: false) }
    guard let last = stopped.last else { return true }
    let rest = stopped.dropLast()
    guard other.count >= stopped.count, other.prefix(rest.count).elementsEqual(rest) else {
      return false
    }
    // The last one may have been cut.
    if case .text(let text) = last, case .text(let whole) = other[rest.count] {
      let (first, second) = (Array(text.utf8), Array(whole.utf8))
      let complete = first.lastIndex(of: UInt8(ascii: "\n")).map { first[...$0] } ?? []
      return second.starts(with: complete) || orEnded && complete.starts(with: second)
    }
    return true
  }

  /// Returns the failure when the two programs of one experiment behave differently, or nil when no
  /// difference is known: a program that was stopped at a limit has not shown everything.
  private static func difference(_ plain: ProgramRun.Outcome, _ fast: ProgramRun.Outcome)
    -> IslandDiagnostic?
  {
    let isSame: Bool
    switch (plain.failure, fast.failure) {
    case (nil, nil):
      isSame =
        plain.transcript == fast.transcript && plain.standardError == fast.standardError
    case (let first, let second)
    where first?.isOfResources ?? false || second?.isOfResources ?? false:
      isSame =
        first?.isOfResources ?? false
        ? begins(plain.outputs, fast.outputs, orEnded: second?.isOfResources ?? false)
        : begins(fast.outputs, plain.outputs, orEnded: false)
    case (let first?, let second?) where first.isTrap && second.isTrap:
      isSame = plain.outputs == fast.outputs
    default: isSame = plain.failure == fast.failure
    }
    if isSame { return nil }
    return ExecutionWording.optimizedDiffers(plain.failure?.message, fast.failure?.message)
  }
}
