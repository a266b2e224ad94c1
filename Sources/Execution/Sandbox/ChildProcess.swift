import Files
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program to start, with all that it may see and all that it may take.
struct ChildProcess: Sendable {
  /// How a process ended.
  enum Ending: Equatable, Sendable {
    /// It ended by itself, with this status.
    case exited(Int32)
    /// A signal ended it.
    case signaled(Int32)
    /// It was ended because it ran longer than it may.
    case timeLimit
    /// It was ended because it wrote more than it may.
    case outputLimit
    /// It was ended because it filled its scratch folder.
    case scratchLimit
    /// It was ended because all of its processes together had more memory than they may have.
    case memoryLimit
    /// It could not be started.
    case notStarted(String)
  }

  /// What a process came to.
  struct Outcome: Sendable {
    /// How it ended.
    var ending: Ending
    /// What it wrote to standard output until then.
    var output: [UInt8]
    /// What it wrote to standard error until then: the beginning, up to the limit, and the end.
    var errors: [UInt8]
    /// The most memory that it had in use, in bytes; 0 when unknown.
    var peakMemory = 0
  }

  /// The path of the program.
  var executable: String
  /// The arguments, without the program's own name.
  var arguments: [String]
  /// The whole environment; nothing is inherited.
  var environment: [String: String] = [:]
  /// The folder that it works in.
  var folder: String
  /// The longest that it may run, in seconds.
  var timeLimit: Double
  /// The seconds after which it is asked, by SIGABRT, to say where it is and to end; nil when it is
  /// only ended. What comes of it then has run out of time.
  var interruption: Double?
  /// The most that it may write to standard output, in bytes.
  var outputLimit = 8 << 20
  /// How much of the beginning of its standard error is kept, in bytes.
  var errorLimit = 1 << 20
  /// Given what it writes to standard output, piece by piece, while it runs.
  var onOutput: @Sendable ([UInt8]) -> Void = { _ in }
  /// The walls around it; nil when there are none.
  var confinement: Confinement?

  /// Starts it with nothing on standard input and waits until it has ended, one way or another. No
  /// process of its session is left behind, and none that keeps a pipe open is waited for.
  /// When the task is cancelled, so is the process.
  func run() async -> Outcome {
    if Task.isCancelled { return Outcome(ending: .notStarted("cancelled"), output: [], errors: []) }
    let collected = Collected()
    let ending = await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await runToItsEnd(collecting: collected) }
      group.addTask {
        if confinement == nil { await interrupt(collected) }
        try? await Task.sleep(
          for: .seconds(timeLimit - (confinement == nil ? interruption ?? 0 : 0)))
        return nil
      }
      let first = await group.next() ?? nil
      // A process that is just being started does not notice that its task is cancelled.
      if first == nil { end(collected.withLock { $0.beginEnding() }) }
      group.cancelAll()
      return first ?? .timeLimit
    }
    let report = confinement?.takeReport() ?? SandboxReport()
    return collected.withLock { state in
      Outcome(
        ending: state.overflowed
          ? .outputLimit : state.isInterrupted ? .timeLimit : Self.ending(ending, report),
        output: state.output, errors: state.errors.bytes, peakMemory: report.peakMemory)
    }
  }

  /// What the launcher knows better than the one who waits for it.
  private static func ending(_ seen: Ending, _ report: SandboxReport) -> Ending {
    if let failure = report.failure { return .notStarted(failure) }
    if report.filledScratch { return .scratchLimit }
    if report.ranOutOfMemory { return .memoryLimit }
    return report.ranOutOfTime ? .timeLimit : seen
  }

  /// How long an interrupted process may take until its handler of SIGABRT has begun.
  private static let handlerBegins = Duration.milliseconds(1500)

  private struct Streams: Sendable {
    var output: [UInt8] = []
    var errors = BoundedBytes()
    var overflowed = false
    var isInterrupted = false
    var process: pid_t?
    var isEnding = false

    /// Notes that the process has to end.
    /// - Returns: the process, if it has been started
    mutating func beginEnding() -> pid_t? {
      isEnding = true
      return process
    }

    /// Notes that the process has been started.
    /// - Returns: the process, if it has to end
    mutating func begin(_ started: pid_t) -> pid_t? {
      process = started
      return isEnding ? started : nil
    }
  }

  private final class Collected: Sendable {
    private let streams = Mutex(Streams())

    func withLock<Result: Sendable>(_ body: (inout sending Streams) -> sending Result) -> Result {
      streams.withLock(body)
    }
  }

  /// The program and its arguments, behind the launcher if there is one. The launcher's clock is for
  /// the case that this process can no longer look at its own.
  private var command: [String] {
    let program = [executable] + arguments
    guard let confinement else { return program }
    return [confinement.sandbox.launcher]
      + confinement.sandbox.arguments(
        running: program, under: confinement.policy, interruption: interruption,
        timeLimit: timeLimit + 1, report: confinement.report)
  }

  /// Waits until it is time, and interrupts a process that no launcher does it for. SIGTERM, which
  /// Swift's handler of SIGABRT holds back, ends what goes on after it has said where it was.
  private func interrupt(_ collected: Collected) async {
    guard let interruption else { return }
    do { try await Task.sleep(for: .seconds(interruption)) } catch { return }
    let process = collected.withLock { state in
      state.isInterrupted = true
      return state.process
    }
    guard let process else { return }
    kill(process, SIGABRT)
    try? await Task.sleep(for: Self.handlerBegins)
    if !Task.isCancelled { kill(process, SIGTERM) }
  }

  /// Ends a process with all of its session; the launcher ends what is inside, and itself.
  private func end(_ process: pid_t?) {
    if let process { kill(-process, confinement == nil ? SIGKILL : SIGTERM) }
  }

  private func runToItsEnd(collecting collected: Collected) async -> Ending {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    if confinement != nil {
      // The launcher then ends the inside, and itself when nothing of the inside is left.
      options.teardownSequence.insert(
        .send(signal: .terminate, allowedDurationToNextStep: .seconds(2)), at: 0)
    }
    let command = command
    let configuration = Configuration(
      executable: .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
      environment: .custom(
        Dictionary(
          uniqueKeysWithValues: environment.compactMap { name, value in
            Environment.Key(rawValue: name).map { ($0, value) }
          })),
      workingDirectory: FilePath(folder), platformOptions: options)
    do {
      let result = try await Subprocess.run(
        configuration, input: .none, output: .sequence, error: .sequence
      ) { execution in
        let process = execution.processIdentifier.value
        end(collected.withLock { $0.begin(process) })
        await collect(execution.standardOutput, execution.standardError, into: collected) {
          end(process)
        }
      }
      // Whatever the process left behind in its session ends with it.
      kill(-result.processIdentifier.value, SIGKILL)
      switch result.terminationStatus {
      case .exited(let status): return .exited(status)
      case .signaled(let signal): return .signaled(signal)
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  /// Reads both streams to their ends. A stream that cannot be read any more has ended.
  private func collect(
    _ output: SubprocessOutputSequence, _ errors: SubprocessOutputSequence,
    into collected: Collected, end: @escaping @Sendable () -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          for try await chunk in output {
            onOutput(chunk.withUnsafeBytes { Array($0) })
            let overflowed = collected.withLock { state in
              append(chunk, to: &state.output)
              state.overflowed = state.output.count >= outputLimit
              return state.overflowed
            }
            // The other stream is still being waited for: only its writer's end ends it.
            if overflowed { return end() }
          }
        } catch {}
      }
      group.addTask {
        do {
          for try await chunk in errors {
            let bytes = chunk.withUnsafeBytes { Array($0) }
            collected.withLock { $0.errors.append(bytes, keeping: errorLimit) }
          }
        } catch {}
      }
    }
  }

  private func append(_ chunk: SubprocessOutputSequence.Buffer, to bytes: inout [UInt8]) {
    chunk.withUnsafeBytes { bytes += $0.prefix(outputLimit - bytes.count) }
  }
}
