import BookModel
import Files

/// Runs a compiled experiment, in its own process and folder.
struct ProgramRun: Sendable {
  /// The result of a run.
  struct Outcome: Sendable {
    /// The bytes written to standard output.
    var transcript: [UInt8] = []
    /// The outputs up to the end of the run.
    var outputs: [Output] = []
    /// The engine's warnings.
    var warnings: [IslandDiagnostic] = []
    /// The failure; nil when the program ended well.
    var failure: ExperimentFailure?
    /// The program's own text on standard error.
    var standardError = ""
    /// The positions in its code at which it trapped or ran out of time, the innermost first.
    var places: [SourcePosition] = []
  }

  /// The path of the program.
  var program: String
  /// The knobs that are not at their defaults.
  var settings: [String: Double] = [:]
  /// The longest time that it may run, in seconds.
  var timeLimit: Double
  /// The largest number of bytes that it may write to standard output.
  var outputLimit = 8 << 20
  /// The launcher of the sandbox; nil to run without one.
  var sandbox: Sandbox?
  /// The engine that it is linked with; nil for a program that is not an experiment.
  var engine: EngineLibrary?
  /// The paths that it may read in the sandbox, besides itself, the engine and the system's
  /// libraries.
  var readable: [String] = []
  /// The data files that it declares, in their order.
  var data: [DeclaredFile] = []
  /// Called with the progress, from 0 to 1, while the program runs.
  var onProgress: @Sendable (Double) -> Void = { _ in }
  /// Called with each part of its standard output, if anybody follows it.
  var onOutput: (@Sendable ([UInt8]) -> Void)?

  /// Runs the program.
  /// - Parameter work: a folder in which a scratch folder for the program is made, and removed
  ///   afterwards
  func run(in work: String) async -> Outcome {
    let scratch: TemporaryFolder
    do throws(FileError) {
      scratch = try TemporaryFolder(in: work, prefix: "scratch")
    } catch {
      return Outcome(failure: .notStarted("\(error)"))
    }
    let watch = ProgressWatch(onProgress)
    let policy = SandboxPolicy.experiment(
      reading: readable, library: engine?.libraryPath, scratch: scratch.path, data: data)
    let outcome = await ChildProcess(
      executable: program, arguments: arguments, environment: environment(scratch.path),
      folder: scratch.path, timeLimit: timeLimit + Self.timeForLastWords,
      interruption: timeLimit, outputLimit: outputLimit, errorLimit: Self.errorLimit,
      onOutput: { [onOutput] bytes in
        watch.take(bytes)
        onOutput?(bytes)
      }, confinement: sandbox.map { Confinement($0, policy) }
    ).run()
    let reader = TranscriptReader(outcome.output, isCut: outcome.ending != .exited(0))
    let errors = StandardError(outcome.errors)
    let failure = failure(outcome, policy, reader, errors)
    return Outcome(
      transcript: outcome.output, outputs: reader.outputs,
      warnings: reader.warnings.map { IslandDiagnostic($0) }, failure: failure,
      standardError: errors.text(trapped: failure?.isTrap ?? false), places: errors.places)
  }

  /// The seconds that a program has for its backtrace after its time is up. Usually a tenth of a
  /// second is enough; on a machine with fifty programs per core it takes ten.
  private static let timeForLastWords = 15.0
  /// The number of bytes that are kept from the beginning of standard error.
  private static let errorLimit = 1 << 16

  /// The arguments for the notebook: the turned knobs.
  private var arguments: [String] {
    settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Returns the environment. In the sandbox it is the same on every machine; dictionaries and sets
  /// have a fixed order.
  private func environment(_ scratch: String) -> [String: String] {
    var environment = [
      "HOME": scratch, "TMPDIR": scratch, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": Backtrace.setting,
      "GRADBOOK_TIME_LIMIT": "\(timeLimit)",
    ]
    for (index, file) in data.enumerated() {
      environment["GRADBOOK_DATA_\(index)"] = file.content?.path
    }
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

  /// Returns true when a trap was caused by a lack of memory: the program's peak is close to the
  /// limit, or the runtime reports an allocation larger than that.
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
