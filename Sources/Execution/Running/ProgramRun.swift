import BookModel
import Files

/// Runs a compiled experiment, in a process and a folder of its own.
struct ProgramRun: Sendable {
  /// The result of a run.
  struct Outcome: Sendable {
    /// What was put out, as it was written.
    var transcript: [UInt8] = []
    /// What was put out until it ended.
    var outputs: [Output] = []
    /// Why it did not end well, if so.
    var failure: ExperimentFailure?
    /// What it wrote to standard error by itself.
    var standardError = ""
    /// The places in its code at which it was when it trapped or ran out of time, the innermost first.
    var places: [SourcePosition] = []
  }

  /// The path of the program.
  var program: String
  /// The knobs that are not at their defaults.
  var settings: [String: Double] = [:]
  /// The longest that it may run, in seconds.
  var timeLimit: Double
  /// The most that it may put out, in bytes.
  var outputLimit = 8 << 20
  /// What runs it behind walls; nil when nothing does.
  var sandbox: Sandbox?
  /// The engine that it is linked with; nil for a program that is none of an experiment's.
  var engine: EngineLibrary?
  /// What it may read behind the walls, besides itself, the engine and the system's libraries.
  var readable: [String] = []
  /// Told how much is done, from 0 to 1, while it runs.
  var onProgress: @Sendable (Double) -> Void = { _ in }

  /// Runs it.
  /// - Parameter work: a folder in which it gets a fresh folder of its own, which is removed after
  func run(in work: String) async -> Outcome {
    let scratch: TemporaryFolder
    do throws(FileError) {
      scratch = try TemporaryFolder(in: work, prefix: "scratch")
    } catch {
      return Outcome(failure: .notStarted("\(error)"))
    }
    let watch = ProgressWatch(onProgress)
    let policy = SandboxPolicy.experiment(
      reading: readable, library: engine?.libraryPath, scratch: scratch.path)
    let outcome = await ChildProcess(
      executable: program, arguments: arguments, environment: environment(scratch.path),
      folder: scratch.path, timeLimit: timeLimit + Self.timeForLastWords,
      interruption: timeLimit, outputLimit: outputLimit, errorLimit: Self.errorLimit,
      onOutput: { watch.take($0) }, confinement: sandbox.map { Confinement($0, policy) }
    ).run()
    let reader = TranscriptReader(outcome.output, isCut: outcome.ending != .exited(0))
    let errors = StandardError(outcome.errors)
    let failure = failure(outcome, policy, reader, errors)
    return Outcome(
      transcript: outcome.output, outputs: reader.outputs, failure: failure,
      standardError: errors.text(trapped: failure?.isTrap ?? false), places: errors.places)
  }

  /// The time that a program gets to say where it was when its time was up, in seconds. Usually it needs
  /// a tenth of a second; on a machine with fifty programs to each core it needs ten.
  private static let timeForLastWords = 15.0
  /// How much of the beginning of its standard error is kept, in bytes.
  private static let errorLimit = 1 << 16

  /// What the notebook reads: the knobs that are turned.
  private var arguments: [String] {
    settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Nothing that differs from machine to machine, where it has a root of its own; dictionaries and sets
  /// in one fixed order.
  private func environment(_ scratch: String) -> [String: String] {
    var environment = [
      "HOME": scratch, "TMPDIR": scratch, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": Backtrace.setting,
    ]
    environment[EngineLibrary.searchPathVariable] = engine?.folder
    return environment
  }

  private func failure(
    _ outcome: ChildProcess.Outcome, _ policy: SandboxPolicy, _ reader: TranscriptReader,
    _ errors: StandardError
  ) -> ExperimentFailure? {
    if let fault = reader.fault { return .fault(fault) }
    let endedWell = outcome.ending == .exited(0)
    if let limit = ExperimentFailure.limit(of: reader, endedWell: endedWell) { return limit }
    if Self.ranOutOfMemory(outcome, policy) { return .memoryLimit(policy.memory) }
    switch outcome.ending {
    case .exited(0):
      if let damage = reader.damage { return .damagedOutput(damage) }
      return !reader.hasBegun ? .notBegun : reader.hasEnded ? nil : .endedEarly
    case .exited(let status): return .exit(status)
    case .signaled(SIGILL), .signaled(SIGTRAP), .signaled(SIGABRT), .signaled(SIGFPE):
      return .trap(reason: errors.reason)
    case .signaled(SIGSEGV), .signaled(SIGBUS): return .badMemory
    case .signaled(SIGXFSZ): return .fileLimit(policy.fileSize)
    case .signaled(let signal): return .signal(signal)
    case .timeLimit: return .timeLimit(timeLimit)
    case .outputLimit: return .outputLimit(outputLimit)
    case .scratchLimit: return .scratchLimit(policy.scratchSize)
    case .memoryLimit: return .memoryLimit(policy.memoryTogether)
    case .notStarted(let reason): return .notStarted(reason)
    }
  }

  /// A program that gets no more memory traps like any other: what it had by then tells them apart,
  /// and so does what the runtime says of a piece that is larger than all that it may have.
  private static func ranOutOfMemory(
    _ outcome: ChildProcess.Outcome, _ policy: SandboxPolicy
  ) -> Bool {
    guard case .signaled(let signal) = outcome.ending,
      [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS].contains(signal)
    else { return false }
    return outcome.peakMemory > policy.memory / 4 * 3
      || outcome.errors.firstRange(of: Array("failed to allocate".utf8)) != nil
  }
}
