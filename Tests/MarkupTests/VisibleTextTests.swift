import Testing

@testable import Markup

@Suite struct VisibleTextTests {
  @Test(arguments: [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}[38;5;196mred\u{1B}[m", "\u{1B}]0;title\u{7}red",
    "\u{1B}]8;;http://x\u{1B}\\red\u{1B}]8;;\u{1B}\\", "\u{1B}cred",
  ])
  func terminalSequencesVanish(text: String) {
    #expect(VisibleText(text).pieces == [.plain("red")])
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[31", "\u{1B}]0;no end"])
  func aBrokenTerminalSequenceIsShown(text: String) {
    #expect(VisibleText(text).pieces.first == .marker("U+001B"))
  }

  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{8}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{FEFF}",
    "\u{FFFE}", "\u{E0041}", "\u{2028}",
  ])
  func whatCannotBeSeenBecomesAMarker(character: String) throws {
    let scalar = try #require(character.unicodeScalars.first)
    let html = VisibleText("a" + character + "b").html.markup
    #expect(!html.unicodeScalars.contains(scalar))
    let name = String(scalar.value, radix: 16, uppercase: true)
    #expect(html.contains("<span class=\"unseen\">U+"))
    #expect(html.contains(name + "</span>b"))
  }

  @Test func everyByteBelowASpaceIsTabNewlineOrMarker() {
    for value in UInt8(0)..<0x20 where value != 0x09 && value != 0x0A && value != 0x1B {
      let pieces = VisibleText(String(Unicode.Scalar(value))).pieces
      #expect(pieces.count == 1)
      #expect(pieces.first != .plain(String(Unicode.Scalar(value))))
    }
    #expect(VisibleText("a\tb\n").pieces == [.plain("a\tb\n")])
  }

  @Test func windowsLineEndsAreLineEnds() {
    #expect(VisibleText("a\r\nb").pieces == [.plain("a\nb")])
    #expect(VisibleText("a\rb").pieces == [.plain("a"), .marker("U+000D"), .plain("b")])
  }
}
