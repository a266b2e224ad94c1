import Foundation
import NIOCore
import NIOHTTP1

/// Writes a stream of events. A client that does not read is not waited for.
/// - Source: WHATWG HTML, server-sent events
struct EventWriter: Sendable {
  private let channel: any Channel

  init(_ channel: any Channel) { self.channel = channel }

  /// The time in which a client must have read an event.
  private static let patience = TimeAmount.seconds(20)

  /// Writes an event.
  /// - Parameters:
  ///   - name: the event's name
  ///   - value: its data
  /// - Throws: an error when the client has left, or does not read
  func write(_ name: String, _ value: some Encodable) async throws {
    let data = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    try await write("event: \(name)\ndata: \(data)\n\n")
  }

  /// Writes something that clients ignore, which keeps the connection open or finds that it is not.
  func writeNothing() async throws { try await write(":\n\n") }

  private func write(_ text: String) async throws {
    try Task.checkCancellation()
    let deadline = channel.eventLoop.scheduleTask(in: Self.patience) { [channel] in
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    try await channel.writeAndFlush(
      HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))))
  }
}
