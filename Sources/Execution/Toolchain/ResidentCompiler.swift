import Files
import Synchronization

/// The toolchain's compiler as a process that stays, in the sandbox if there is one: the program
/// `gradbook-compiler`, which uses the compiler's library.
///
/// It compiles one program at a time, to the same object, to the byte, as the frontend would, and has it
/// linked. A process of its own for each would spend a quarter of the time on its start and its end.
final class ResidentCompiler: Sendable {
  /// The result of compiling or linking a program.
  enum Answer: Equatable, Sendable {
    /// There is an object, or a program.
    /// - messages: the compiler's own names of its messages
    case done(messages: [String])
    /// There is none: it has an error, the linker has something to say, or the process has ended.
    case failed
    /// It took longer than it may.
    case timeLimit
  }

  private struct State {
    /// What the process has written since its last answer.
    var received: [UInt8] = []
    var waiting: CheckedContinuation<[UInt8]?, Never>?
    var isOverdue = false
    var hasEnded = false

    /// Takes the answer from the beginning of what was received, if it is complete. Before it stands its
    /// length, as four bytes in the machine's order.
    mutating func takeAnswer() -> [UInt8]? {
      let header = MemoryLayout<UInt32>.size
      guard received.count >= header else { return nil }
      let length = received.withUnsafeBytes { Int($0.loadUnaligned(as: UInt32.self)) }
      guard received.count >= header + length else { return nil }
      defer { received.removeFirst(header + length) }
      return Array(received[header..<(header + length)])
    }
  }

  /// The process's folder, in which it works.
  private let folder: TemporaryFolder
  /// The end of the socket on which requests are sent.
  private let requests: Int32
  private let state: SharedState
  /// Ends when the process has.
  let process: Task<Void, Never>

  private final class SharedState: Sendable {
    let value = Mutex(State())

    /// Takes a part of what the process writes.
    func take(_ bytes: [UInt8]) {
      value.withLock { state in
        state.received += bytes
        guard let waiting = state.waiting, let answer = state.takeAnswer() else { return }
        state.waiting = nil
        waiting.resume(returning: answer)
      }
    }

    func noteEnd(isOverdue: Bool = false) {
      value.withLock { state in
        state.hasEnded = true
        if isOverdue { state.isOverdue = true }
        state.waiting?.resume(returning: nil)
        state.waiting = nil
      }
    }
  }

  /// The longest time that one process stays, in seconds: a day. Another one then takes its place.
  private static let longestStay = 86_400.0

  /// Starts a process.
  /// - Parameters:
  ///   - program: the path of `gradbook-compiler`
  ///   - library: the path of the compiler's library
  ///   - compiler: the compiler with the toolchain, the engine and the sandbox
  /// - Throws: when it has no folder or no socket
  init(_ program: String, library: String, for compiler: SwiftCompiler) throws(FileError) {
    let folder = try TemporaryFolder()
    let temporary = folder.path + "/temporary"
    try FileAccess.makeFolder(temporary)
    let (requests, input) = try Self.socketPair()
    var policy = compiler.policy(writing: [folder.path, compiler.engine.moduleCache])
    policy.readable.append(program)
    let state = SharedState()
    let child = ChildProcess(
      executable: program, arguments: [library],
      environment: compiler.toolchain.environment(temporary: temporary), folder: folder.path,
      timeLimit: Self.longestStay, outputLimit: .max, input: input,
      onOutput: { state.take($0) }, confinement: compiler.sandbox.map { Confinement($0, policy) })
    (self.folder, self.requests, self.state) = (folder, requests, state)
    process = Task {
      _ = await child.run()
      state.noteEnd()
    }
  }

  deinit {
    end()
    close(requests)
  }

  /// True when the process does not run any more.
  var hasEnded: Bool { state.value.withLock { $0.hasEnded } }

  /// Ends the process.
  func end() {
    state.noteEnd()
    process.cancel()
  }

  /// Compiles a program. Cancelling the task ends the process.
  /// - Parameters:
  ///   - source: the program's text
  ///   - arguments: the driver's arguments, of which none contains a zero byte
  ///   - object: where the object goes; it must not exist
  ///   - timeLimit: the longest time, in seconds
  func compile(
    _ source: String, _ arguments: [String], to object: String, timeLimit: Double
  ) async -> Answer {
    let written = folder.path + "/" + DriverPlan.object
    FileAccess.remove(written)
    do throws(FileError) {
      try FileAccess.writeAtomically(
        Array(source.utf8), to: folder.path + "/" + DriverPlan.source)
    } catch {
      return .failed
    }
    let answer = await ask(["compile"] + arguments, timeLimit: timeLimit)
    // It stays there too, to be linked.
    if case .done = answer, link(written, object) != 0 { return .failed }
    return answer
  }

  /// Links the object that was compiled last. Cancelling the task ends the process.
  /// - Parameters:
  ///   - linker: the linker with its arguments, of which none contains a zero byte
  ///   - program: where the program goes
  ///   - timeLimit: the longest time, in seconds
  func linkObject(
    _ linker: [String], to program: String, timeLimit: Double
  ) async -> Answer {
    let written = folder.path + "/" + DriverPlan.program
    FileAccess.remove(written)
    let answer = await ask(["run"] + linker, timeLimit: timeLimit)
    if case .done = answer, rename(written, program) != 0 { return .failed }
    return answer
  }

  /// Sends a request and waits for the answer.
  private func ask(_ request: [String], timeLimit: Double) async -> Answer {
    let clock = Task {
      try await Task.sleep(for: .seconds(timeLimit))
      state.noteEnd(isOverdue: true)
      process.cancel()
    }
    defer { clock.cancel() }
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let hasEnded = state.value.withLock { state in
          if !state.hasEnded { state.waiting = continuation }
          return state.hasEnded
        }
        if hasEnded { return continuation.resume(returning: nil) }
        if !send(request) { state.noteEnd() }
      }
    } onCancel: {
      end()
    }
    if let answer, answer.first == UInt8(ascii: "d") {
      return .done(
        messages: answer.dropFirst().split(
          separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        )
        .dropLast().map { String(decoding: $0, as: UTF8.self) })
    }
    return state.value.withLock { $0.isOverdue } ? .timeLimit : .failed
  }

  /// Sends a request: its length, as four bytes in the machine's order, and each word with a zero
  /// byte behind it.
  /// - Returns: false when the process cannot be reached
  private func send(_ words: [String]) -> Bool {
    let text = words.reduce(into: [UInt8]()) { $0 += Array($1.utf8) + [0] }
    var bytes = withUnsafeBytes(of: UInt32(text.count)) { [UInt8]($0) }
    bytes += text
    while !bytes.isEmpty {
      let count = Self.send(requests, bytes)
      guard count > 0 else { return false }
      bytes.removeFirst(count)
    }
    return true
  }

  #if os(Linux)
    private static func socketPair() throws(FileError) -> (Int32, Int32) {
      var ends: [Int32] = [-1, -1]
      let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
        throw FileError("make", "a socket")
      }
      return (ends[0], ends[1])
    }

    /// Without a signal when the other end is closed.
    private static func send(_ socket: Int32, _ bytes: [UInt8]) -> Int {
      Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
  #else
    private static func socketPair() throws(FileError) -> (Int32, Int32) {
      throw FileError("make", "a socket", reason: "this system is not supported")
    }

    private static func send(_ socket: Int32, _ bytes: [UInt8]) -> Int { -1 }
  #endif
}
