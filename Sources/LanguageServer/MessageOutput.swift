import BookModel
import Dispatch
import Execution
import Foundation
import LanguageProtocol

/// The messages to a client, written in their order. A client that does not read holds up nothing else.
final class MessageOutput: Sendable {
  private let file: FileHandle
  private let queue = DispatchQueue(label: "messages to the client")

  init(_ file: FileHandle) { self.file = file }

  /// Sends a message.
  func send(_ message: some Encodable) {
    guard let bytes = try? MessageCoding.framed(message) else { return }
    queue.async { [file] in try? file.write(contentsOf: Data(bytes)) }
  }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: some Encodable) { send(Call(method, parameters)) }

  /// Tells the client of an event of the executor that takes long.
  func report(_ event: ExecutionEvent) {
    switch event.step {
    case .buildingEngine:
      notify(
        "window/showMessage",
        ShownMessage(
          .information, "Gradbook builds its engine, once; until then Swift is not completed"))
    case .builtEngine, .warned:
      notify("window/logMessage", ShownMessage(.log, event.description))
    default: break
    }
  }

  /// Tells the client's user of a problem.
  func report(_ problem: Diagnostic) {
    let hint = problem.hint.map { " (\($0))" } ?? ""
    notify("window/showMessage", ShownMessage(.warning, problem.message + hint))
  }

  /// Waits until everything has been written.
  func flush() { queue.sync {} }
}
