import Foundation

/// Encodes and decodes the content of messages.
package enum MessageCoding {
  /// Returns a message with its header.
  package static func framed(_ message: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let content = try encoder.encode(message)
    return Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }

  /// Decodes a message.
  package static func decode<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8]) throws
    -> Message
  {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
