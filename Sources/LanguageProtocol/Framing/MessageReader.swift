/// Divides a stream of bytes into messages, each behind a header with its length. What is no message is
/// skipped up to the next header.
package struct MessageReader: Sendable {
  /// A part of the stream that is no message.
  package enum Fault: Error, Equatable, Sendable {
    /// A header without a valid length.
    case header
    /// A message of more bytes than are read.
    case tooLarge(Int)

    /// The fault in words.
    package var message: String {
      switch self {
      case .header: "a header needs a line 'Content-Length: N'"
      case .tooLarge(let size):
        "the message has \(size) bytes; at most \(MessageReader.longestMessage) are read"
      }
    }
  }

  /// The longest message that is read, in bytes: a chapter of the largest size, each byte escaped.
  package static let longestMessage = 64_000_000
  private static let longestHeader = 4096
  private static let field = Array("content-length:".utf8)

  private var bytes: [UInt8] = []
  /// The first byte that has not been read.
  private var start = 0
  /// The rest of a message that is skipped, in bytes.
  private var skipped = 0
  /// True from a fault in a header to the next message, so that nonsense is reported once.
  private var isLost = false

  /// Makes a reader.
  package init() {}

  /// Adds what has been received.
  package mutating func append(_ received: some Sequence<UInt8>) {
    if start > 1 << 16, start * 2 > bytes.count {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: received)
  }

  /// Returns the content of the next message; nil until all of it has been received.
  package mutating func next() throws(Fault) -> [UInt8]? {
    while true {
      let dropped = min(skipped, bytes.count - start)
      (start, skipped) = (start + dropped, skipped - dropped)
      if skipped > 0 { return nil }
      guard let header = header() else {
        guard bytes.count - start > Self.longestHeader else { return nil }
        // The end may be the beginning of a header.
        start = bytes.count - Self.field.count
        if isNewlyLost() { throw .header }
        continue
      }
      guard let length = Self.length(in: bytes[header.content]) else {
        start = header.end
        if isNewlyLost() { throw .header }
        continue
      }
      if length > Self.longestMessage {
        (start, skipped) = (header.end, length)
        throw .tooLarge(length)
      }
      guard bytes.count - header.end >= length else { return nil }
      isLost = false
      start = header.end + length
      return Array(bytes[header.end..<start])
    }
  }

  private mutating func isNewlyLost() -> Bool {
    defer { isLost = true }
    return !isLost
  }

  /// Returns the lines up to an empty one, and the place behind it.
  private func header() -> (content: Range<Int>, end: Int)? {
    var index = start
    let limit = min(bytes.count, start + 2 * Self.longestHeader)
    while let newline = bytes[index..<limit].firstIndex(of: 0x0A) {
      let next = newline + 1
      if next < bytes.count, bytes[next] == 0x0A { return (start..<newline, next + 1) }
      if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A {
        return (start..<newline, next + 2)
      }
      index = next
    }
    return nil
  }

  /// Returns the length that the last line with one gives. What stands before it on its line may be the
  /// rest of something else.
  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    let small = header.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard small.count >= field.count else { return nil }
    let found = (0...(small.count - field.count)).last { small[$0...].starts(with: field) }
    guard let found else { return nil }
    let value = small[(found + field.count)...].drop { $0 == 0x20 || $0 == 0x09 }
    let digits = value.prefix { (0x30...0x39).contains($0) }
    let rest = value.dropFirst(digits.count).first
    guard digits.count < 16, rest == nil || rest == 0x0D || rest == 0x0A || rest == 0x20 else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
