import Foundation
import Synchronization
import Testing

/// A small client of the language server: the real `gradbook lsp` with its messages.
final class LanguageClient: Sendable {
  /// A message of the server.
  struct Message {
    let content: [String: Any]

    /// The result of an answer, or the parameters of a notification.
    var values: [String: Any] {
      content["result"] as? [String: Any] ?? content["params"] as? [String: Any] ?? [:]
    }

    /// The elements of an answer that is a list.
    var list: [[String: Any]] { content["result"] as? [[String: Any]] ?? [] }

    /// The code of an error.
    var errorCode: Int? { (content["error"] as? [String: Any])?["code"] as? Int }

    /// The words of an error or of a message to the user.
    var words: String {
      (content["error"] as? [String: Any] ?? values)["message"] as? String ?? ""
    }

    /// The labels of proposals.
    var labels: [String] {
      (values["items"] as? [[String: Any]] ?? []).compactMap { $0["label"] as? String }
    }
  }

  private struct State {
    var buffer = Data()
    var messages: [Data] = []
    var lastID = 0
  }

  let process = Process()
  private let input = Pipe()
  private let state = Mutex(State())
  private let ended = Mutex(false)

  /// Starts the server.
  init(_ arguments: [String] = [], environment: [String: String] = [:]) throws {
    process.executableURL = CommandRun.products.appending(path: "gradbook")
    process.arguments = ["lsp"] + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GRADBOOK_CACHE": CommandRun.cache.path]) { $1 }
      .merging(environment) { $1 }
    let output = Pipe()
    (process.standardInput, process.standardOutput) = (input, output)
    process.terminationHandler = { [weak self] _ in self?.ended.withLock { $0 = true } }
    output.fileHandleForReading.readabilityHandler = { [weak self] file in
      let data = file.availableData
      if data.isEmpty { file.readabilityHandler = nil } else { self?.take(data) }
    }
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  private func take(_ data: Data) {
    state.withLock { state in
      state.buffer.append(data)
      while let head = state.buffer.range(of: Data("\r\n\r\n".utf8)) {
        let header = String(decoding: state.buffer[..<head.lowerBound], as: UTF8.self)
        let length = header.split(separator: " ").last.flatMap { Int($0) } ?? 0
        guard state.buffer.endIndex - head.upperBound >= length else { return }
        let end = head.upperBound + length
        state.messages.append(Data(state.buffer[head.upperBound..<end]))
        state.buffer = Data(state.buffer[end...])
      }
    }
  }

  /// Waits for a message; earlier ones that do not fit stay.
  func message(within seconds: Double = 20, where fits: (Message) -> Bool) async throws -> Message {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let waiting = state.withLock { $0.messages }
      for data in waiting {
        guard let content = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
          continue
        }
        let message = Message(content: content)
        guard fits(message) else { continue }
        state.withLock { state in
          if let place = state.messages.firstIndex(of: data) { state.messages.remove(at: place) }
        }
        return message
      }
      try await Task.sleep(for: .milliseconds(1))
    }
    let left = state.withLock {
      $0.messages.map { String(decoding: $0.prefix(400), as: UTF8.self) }
    }
    throw Timeout(description: "no such message within \(seconds) s; there are \(left)")
  }

  struct Timeout: Error, CustomStringConvertible { let description: String }

  /// Waits for a notification.
  func notification(
    _ method: String, within seconds: Double = 20, where fits: (Message) -> Bool = { _ in true }
  ) async throws -> Message {
    try await message(within: seconds) { $0.content["method"] as? String == method && fits($0) }
  }

  /// Forgets the messages that nobody waited for.
  func forget() { state.withLock { $0.messages = [] } }

  /// Sends bytes.
  func send(_ bytes: some Sequence<UInt8>) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  private func send(_ content: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: content)
    try send(Array("Content-Length: \(data.count)\r\n\r\n".utf8) + Array(data))
  }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: [String: Any] = [:]) throws {
    try send(["jsonrpc": "2.0", "method": method, "params": parameters])
  }

  /// Sends a request.
  /// - Returns: its id
  func ask(_ method: String, _ parameters: [String: Any]) throws -> Int {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try send(["jsonrpc": "2.0", "id": id, "method": method, "params": parameters])
    return id
  }

  /// Sends a request and waits for its answer.
  func request(_ method: String, _ parameters: [String: Any] = [:]) async throws -> Message {
    let id = try ask(method, parameters)
    return try await message { $0.content["method"] == nil && $0.content["id"] as? Int == id }
  }

  /// Begins the session.
  @discardableResult
  func initialize(_ abilities: [String: Any] = [:]) async throws -> Message {
    let answer = try await request(
      "initialize",
      [
        "processId": Int(ProcessInfo.processInfo.processIdentifier), "rootUri": NSNull(),
        "capabilities": abilities,
      ])
    try notify("initialized")
    return answer
  }

  /// Closes the server's input.
  func closeInput() throws { try input.fileHandleForWriting.close() }

  /// Ends the session as a client should.
  /// - Returns: the exit code
  func end() async throws -> Int32 {
    #expect(try await request("shutdown").errorCode == nil)
    try notify("exit")
    return try await exitCode()
  }

  /// Waits for the end of the process.
  func exitCode(within seconds: Double = 10) async throws -> Int32 {
    let end = ContinuousClock.now + .seconds(seconds)
    while !ended.withLock({ $0 }) {
      if ContinuousClock.now > end { throw Timeout(description: "the server goes on") }
      try await Task.sleep(for: .milliseconds(2))
    }
    return process.terminationStatus
  }
}
