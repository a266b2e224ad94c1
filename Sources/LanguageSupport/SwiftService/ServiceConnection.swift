import Dispatch
import Foundation
import LanguageProtocol
import Synchronization

/// The running service of the toolchain, with the requests that it has not answered yet.
final class ServiceConnection: Sendable {
  /// The reason why there is no answer.
  enum Failure: Error, Equatable {
    /// The service has ended.
    case ended
    /// There was no answer within the time limit.
    case timeLimit
    /// Nobody waits for the answer any more.
    case cancelled
    /// The service refuses the request, or its answer cannot be read.
    case refused(String)
  }

  private struct State {
    var lastID = 0
    var waiting: [RequestID: CheckedContinuation<[UInt8], any Error>] = [:]
    var hasEnded = false
  }

  private let process: Process
  private let isConfined: Bool
  private let input: FileHandle
  /// Writes block when the service does not read.
  private let writing = DispatchQueue(label: "language service input")
  private let state = Mutex(State())

  /// Starts the service.
  /// - Parameters:
  ///   - command: the program with its arguments
  ///   - environment: the complete environment
  ///   - folder: the working folder
  ///   - isConfined: true for a command that starts the sandbox
  init(
    _ command: [String], environment: [String: String], folder: String, isConfined: Bool
  ) throws {
    self.isConfined = isConfined
    let (input, output) = (Pipe(), Pipe())
    process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    self.input = input.fileHandleForWriting
    try process.run()
    let reading = output.fileHandleForReading
    Thread.detachNewThread { [weak self] in
      var reader = MessageReader()
      while true {
        let data = reading.availableData
        if data.isEmpty { break }
        reader.append(data)
        while let message = (try? reader.next()) ?? nil { self?.take(message) }
      }
      self?.noteEnd()
    }
  }

  deinit { end() }

  /// True when the service does not run any more.
  var hasEnded: Bool { state.withLock { $0.hasEnded } }

  /// Ends the service.
  func end() {
    noteEnd()
    // A launcher ends what runs inside of it; a service without one may not listen.
    if process.isRunning { kill(process.processIdentifier, isConfined ? SIGTERM : SIGKILL) }
  }

  /// Ends the service and waits until it is gone; one that does not go within a second is killed.
  func endAndWait() async {
    end()
    for _ in 0..<200 where process.isRunning {
      // Not by a sleeping task: whoever ends may have been cancelled.
      await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5)) {
          continuation.resume()
        }
      }
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: some Encodable) {
    send(Call(method, parameters))
  }

  /// Sends a request and waits for its answer.
  /// - Parameter seconds: the longest time to wait
  func request<Answer: Decodable & Sendable>(
    _ method: String, _ parameters: some Encodable & Sendable, as type: Answer.Type,
    within seconds: Double
  ) async throws -> Answer? {
    let id = state.withLock { state in
      state.lastID += 1
      return RequestID.number(state.lastID)
    }
    let clock = Task {
      try await Task.sleep(for: .seconds(seconds))
      self.fail(id, .timeLimit)
    }
    defer { clock.cancel() }
    let bytes = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let hasEnded = state.withLock { state in
          if !state.hasEnded { state.waiting[id] = continuation }
          return state.hasEnded
        }
        if hasEnded { return continuation.resume(throwing: Failure.ended) }
        send(Call(method, parameters, id: id))
        if Task.isCancelled { fail(id, .cancelled) }
      }
    } onCancel: {
      fail(id, .cancelled)
    }
    do { return try MessageCoding.decode(Outcome<Answer>.self, from: bytes).result } catch {
      throw Failure.refused("\(error)")
    }
  }

  private func send(_ message: some Encodable) {
    guard let bytes = try? MessageCoding.framed(message) else { return }
    writing.async { [input] in try? input.write(contentsOf: Data(bytes)) }
  }

  private func take(_ message: [UInt8]) {
    guard let envelope = try? MessageCoding.decode(Envelope.self, from: message),
      let id = envelope.id
    else { return }
    if envelope.method != nil {
      // The service asks for nothing that matters here, but waits for an answer.
      return send(Answer<Empty>(.success(nil), to: id))
    }
    let waiting = state.withLock { $0.waiting.removeValue(forKey: id) }
    if let error = envelope.error {
      waiting?.resume(throwing: Failure.refused(error.message))
    } else {
      waiting?.resume(returning: message)
    }
  }

  private func fail(_ id: RequestID, _ failure: Failure) {
    guard let waiting = state.withLock({ $0.waiting.removeValue(forKey: id) }) else { return }
    send(Call("$/cancelRequest", CancelParameters(id: id)))
    waiting.resume(throwing: failure)
  }

  private func noteEnd() {
    let waiting = state.withLock { state in
      state.hasEnded = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.resume(throwing: Failure.ended) }
  }
}
