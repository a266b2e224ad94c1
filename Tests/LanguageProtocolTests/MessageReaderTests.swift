import Testing

@testable import LanguageProtocol

@Suite struct MessageReaderTests {
  /// The messages and faults in some bytes, which come in pieces.
  private func read(_ text: String, piece: Int = 7) -> [String] {
    var reader = MessageReader()
    var found: [String] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reader.append(rest.prefix(piece))
      rest = rest.dropFirst(piece)
      while true {
        do throws(MessageReader.Fault) {
          guard let message = try reader.next() else { break }
          found.append(String(decoding: message, as: UTF8.self))
        } catch {
          found.append("fault: \(error)")
        }
      }
    }
    return found
  }

  @Test("Messages are divided by the lengths in their headers", arguments: [1, 7, 1000])
  func messages(piece: Int) {
    let text =
      "Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:  4\r\n\r\n[é]"
      + "Content-Length: 0\r\n\r\n"
    #expect(read(text, piece: piece) == ["{}", "[é]", ""])
  }

  @Test(
    "What is no message is reported once, and what follows is read",
    arguments: [
      "nonsense\r\n\r\n", "Content-Length: many\r\n\r\n", "Content-Length: -1\r\n\r\n",
      "Content-Length: 99999999999999999999\r\n\r\n", "\r\n\r\n\r\n\r\n",
      String(repeating: "x", count: 20_000), String(repeating: "x\n", count: 20_000),
      "{\"a\":1}\r\n\r\n{\"b\":2}\r\n\r\n",
    ])
  func nonsense(text: String) {
    #expect(read(text + "Content-Length: 2\r\n\r\n{}") == ["fault: header", "{}"])
    // What is glued to a header is no fault of the message behind it.
    #expect(read("Content-Length: 1\r\n\r\n12Content-Length: 2\r\n\r\n{}").last == "{}")
  }

  @Test("A message that is too large is skipped")
  func tooLarge() {
    let size = MessageReader.longestMessage + 1
    let text =
      "Content-Length: \(size)\r\n\r\n" + String(repeating: " ", count: size)
      + "Content-Length: 2\r\n\r\n{}"
    #expect(read(text, piece: 1 << 20) == ["fault: tooLarge(\(size))", "{}"])
  }
}
