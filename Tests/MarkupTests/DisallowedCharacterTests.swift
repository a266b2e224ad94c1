import Testing

@testable import Markup

@Suite struct DisallowedCharacterTests {
  @Test func everyDisallowedCharacterAndNoOtherIsReplaced() {
    // Every scalar from U+F000 to U+10FFFF begins with one of the bytes in question, or shares
    // their second or third byte.
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isNear = (0x80...0x17F).contains(value) || (0xF000...0x11FFF).contains(value)
      guard isNear || value & 0xFFF0 == 0xFFF0 else { continue }
      let isNone =
        value < 0xA0 || value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
      let text = "a\(scalar)b"
      let wanted = isNone ? "a\u{FFFD}b" : text
      #expect(Array(HTMLEscaping.replacingControls(in: text).utf8) == Array(wanted.utf8))
      #expect(Array(HTMLEscaping.escaped(text).utf8) == Array(wanted.utf8))
      #expect(Array(HTMLEscaping.escapedContent(text).utf8) == Array(wanted.utf8))
    }
  }
}
