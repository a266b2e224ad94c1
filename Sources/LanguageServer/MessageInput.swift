import Foundation
import LanguageProtocol

/// A message of the client, or a part of its stream that is none.
enum Received: Sendable {
  case message([UInt8])
  case fault(MessageReader.Fault)
}

/// The messages of a client, read on a thread of their own.
struct MessageInput: Sendable {
  /// The messages, in their order.
  let messages: AsyncStream<Received>
  /// Ends the messages before the end of the file.
  let end: @Sendable () -> Void

  /// Reads the messages up to the end of a file.
  static func messages(from file: FileHandle) -> MessageInput {
    let (stream, continuation) = AsyncStream.makeStream(of: Received.self)
    Thread.detachNewThread {
      var reader = MessageReader()
      while true {
        let data = file.availableData
        if data.isEmpty { break }
        reader.append(data)
        var isDone = false
        while !isDone {
          do throws(MessageReader.Fault) {
            if let message = try reader.next() {
              continuation.yield(.message(message))
            } else {
              isDone = true
            }
          } catch {
            continuation.yield(.fault(error))
          }
        }
      }
      continuation.finish()
    }
    return MessageInput(messages: stream) { continuation.finish() }
  }
}
