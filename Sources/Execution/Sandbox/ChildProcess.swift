import Files
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program to start, with its environment and its limits.
struct ChildProcess: Sendable {
  /// The ways in which a process can end.
  enum Ending: Equatable, Sendable {
    /// It ended by itself, with this status.
    case exited(Int32)
    /// It was ended by a signal.
    case signaled(Int32)
    /// It was ended because it exceeded its time limit.
    case timeLimit
    /// It was ended because it exceeded its output limit.
    case outputLimit
    /// It was ended because it filled its scratch folder.
    case scratchLimit
    /// It was ended because its processes together exceeded their memory limit.
    case memoryLimit
    /// It could not be started.
    case notStarted(String)
  }

  /// The result of running a process.
  struct Outcome: Sendable {
    /// The way in which it ended.
    var ending: Ending
    /// The bytes it wrote to standard output until then.
    var output: [UInt8]
    /// The bytes it wrote to standard error until then: the beginning, up to the limit, and the
    /// end.
    var errors: [UInt8]
    /// The peak of its memory use, in bytes; 0 when unknown.
    var peakMemory = 0
  }

  /// The path of the program.
  var executable: String
  /// The arguments, without the program's own name.
  var arguments: [String]
  /// The complete environment; nothing is inherited.
  var environment: [String: String] = [:]
  /// The working folder.
  var folder: String
  /// The longest time that it may run, in seconds.
  var timeLimit: Double
  /// The seconds after which SIGABRT makes it print a backtrace and end; nil to only end it at the
  /// time limit. An interrupted process counts as having exceeded its time.
  var interruption: Double?
  /// The largest number of bytes that it may write to standard output.
  var outputLimit = 8 << 20
  /// The number of bytes that are kept from the beginning of standard error.
  var errorLimit = 1 << 20
  /// An open file as its standard input, which is closed here once the process has been started; nil for
  /// an empty one.
  var input: Int32?
  /// Called with each part of the standard output while the process runs.
  var onOutput: @Sendable ([UInt8]) -> Void = { _ in }
  /// The sandbox around the process; nil for none.
  var confinement: Confinement?

  /// Starts the process and waits until it has ended in any way. No process of its session is left
  /// behind, and none that keeps a pipe open is waited for.
  /// Cancelling the task ends the process.
  func run() async -> Outcome {
    if Task.isCancelled {
      if let input { close(input) }
      return Outcome(ending: .notStarted("cancelled"), output: [], errors: [])
    }
    let collected = Collected()
    let ending = await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await runToItsEnd(collecting: collected) }
      group.addTask {
        let end = ContinuousClock.now + .seconds(timeLimit)
        if let interruption {
          try? await Task.sleep(for: .seconds(max(interruption - Self.justBefore, 0)))
          let count = collected.withLock { $0.errorCount }
          try? await Task.sleep(for: .seconds(min(interruption, Self.justBefore)))
          if confinement == nil { await interrupt(collected) }
          try? await Task.sleep(for: Self.firstWords)
          // It ignores the signals, and has nothing to say.
          if collected.withLock({ $0.errorCount }) == count { return nil }
        }
        try? await Task.sleep(until: end, clock: .continuous)
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

  /// Returns the ending, corrected by the launcher's report.
  private static func ending(_ seen: Ending, _ report: SandboxReport) -> Ending {
    if let failure = report.failure { return .notStarted(failure) }
    if report.filledScratch { return .scratchLimit }
    if report.ranOutOfMemory { return .memoryLimit }
    return report.ranOutOfTime ? .timeLimit : seen
  }

  /// The time that an interrupted process has until its handler of SIGABRT has begun.
  private static let handlerBegins = Duration.milliseconds(1500)
  /// The time in which an interrupted process has begun to write, if it writes anything.
  private static let firstWords = Duration.seconds(5)
  /// The seconds before the interruption at which nothing of what it leads to has been written.
  private static let justBefore = 0.2

  private struct Streams: Sendable {
    var output: [UInt8] = []
    var errors = BoundedBytes()
    /// The number of bytes that were written to standard error.
    var errorCount = 0
    var overflowed = false
    var isInterrupted = false
    var process: pid_t?
    var isEnding = false

    /// Marks the process as having to end.
    /// - Returns: the process, if it has been started
    mutating func beginEnding() -> pid_t? {
      isEnding = true
      return process
    }

    /// Stores the process that has been started.
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

  /// The program and its arguments, started by the launcher if there is a sandbox. The launcher's
  /// own clock is for the case that this process is no longer able to stop it.
  private var command: [String] {
    let program = [executable] + arguments
    guard let confinement else { return program }
    return [confinement.sandbox.launcher]
      + confinement.sandbox.arguments(
        running: program, under: confinement.policy, interruption: interruption,
        timeLimit: timeLimit + 1, report: confinement.report)
  }

  /// Interrupts a process without a launcher.
  /// SIGTERM, which Swift's handler of SIGABRT blocks, ends a process that continues after its
  /// backtrace.
  private func interrupt(_ collected: Collected) async {
    if Task.isCancelled { return }
    let process = collected.withLock { state in
      state.isInterrupted = true
      return state.process
    }
    guard let process else { return }
    kill(process, SIGABRT)
    try? await Task.sleep(for: Self.handlerBegins)
    if !Task.isCancelled { kill(process, SIGTERM) }
  }

  /// Ends a process with its session; a launcher ends the processes inside, and itself.
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
      // The launcher then ends the processes inside, and itself when none of them is left.
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
    guard let input else { return await run(configuration, input: .none, collected) }
    let file = FileDescriptor(rawValue: input)
    return await run(
      configuration, input: .fileDescriptor(file, closeAfterSpawningProcess: true), collected)
  }

  private func run(
    _ configuration: Configuration, input: some InputProtocol, _ collected: Collected
  ) async -> Ending {
    do {
      let result = try await Subprocess.run(
        configuration, input: input, output: .sequence, error: .sequence
      ) { execution in
        let process = execution.processIdentifier.value
        end(collected.withLock { $0.begin(process) })
        await collect(execution.standardOutput, execution.standardError, into: collected) {
          end(process)
        }
      }
      // Processes that are left behind in the session end as well.
      kill(-result.processIdentifier.value, SIGKILL)
      switch result.terminationStatus {
      case .exited(let status): return .exited(status)
      case .signaled(let signal): return .signaled(signal)
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  /// Reads both streams to their ends. A read error counts as the end.
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
            // The other stream is still waited for: it ends only when its writer ends.
            if overflowed { return end() }
          }
        } catch {}
      }
      group.addTask {
        do {
          for try await chunk in errors {
            let bytes = chunk.withUnsafeBytes { Array($0) }
            collected.withLock { state in
              state.errors.append(bytes, keeping: errorLimit)
              state.errorCount += bytes.count
            }
          }
        } catch {}
      }
    }
  }

  private func append(_ chunk: SubprocessOutputSequence.Buffer, to bytes: inout [UInt8]) {
    chunk.withUnsafeBytes { bytes += $0.prefix(outputLimit - bytes.count) }
  }
}
