import LanguageProtocol
import LanguageSupport
import Testing

@testable import LanguageServer

@Suite struct OpenDocumentTests {
  private func document(_ text: String) -> OpenDocument {
    OpenDocument(uri: "file:///a.md", path: "/a.md", version: 1, text: text)
  }

  private func change(_ start: (Int, Int), _ end: (Int, Int), _ text: String)
    throws -> DocumentChange.Change
  {
    let json = """
      {"range": {"start": {"line": \(start.0), "character": \(start.1)},
      "end": {"line": \(end.0), "character": \(end.1)}}, "text": "\(text)"}
      """
    return try MessageCoding.decode(DocumentChange.Change.self, from: Array(json.utf8))
  }

  private func text(_ document: OpenDocument, _ changes: DocumentChange.Change...) throws -> String
  {
    String(decoding: try document.edited(changes, .utf16).text.bytes, as: UTF8.self)
  }

  @Test("Changes are made one after the other, each of the text that the one before left")
  func several() throws {
    let document = document("a𝒳b\r\nsecond\n")
    #expect(
      try text(document, change((0, 1), (0, 3), ""), change((0, 1), (0, 2), "é\\nc"))
        == "aé\nc\r\nsecond\n")
    #expect(try text(document, change((0, 99), (1, 0), " ")) == "a𝒳b second\n")
    // Editors name the end of the text by the line behind the last one.
    #expect(try text(document, change((0, 0), (3, 0), "all")) == "all")
    #expect(try text(document, change((2, 0), (2, 0), "third")) == "a𝒳b\r\nsecond\nthird")
  }

  @Test("One change outside of the text refuses all of them, with the places in words")
  func outside() throws {
    let document = document("one\ntwo")
    for wrong in [
      try change((9, 0), (9, 0), ""), try change((1, 0), (0, 0), ""),
      try change((0, 0), (-1, 0), ""), try change((2, 1), (2, 1), ""),
    ] {
      #expect(throws: OpenDocument.Refusal.self) {
        try document.edited([change((0, 0), (0, 1), "X"), wrong], .utf16)
      }
    }
    let far = try change((9, 2), (9, 3), "")
    do throws(OpenDocument.Refusal) {
      _ = try document.edited([far], .utf8)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.message.contains("from 9:2 to 9:3") && error.message.contains("2 lines"))
    }
  }

  @Test(
    "Random changes give the text that they give to an array of UTF-16 units", arguments: 0..<20)
  func random(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let pieces = ["a", "é", "𝒳", "\\n", "\\r\\n", "", "```", "\u{4E2D}", "word "]
    var document = document("")
    var expected: [UInt16] = []
    for _ in 0..<200 {
      let new = pieces.randomElement(using: &random) ?? ""
      let places = [0, 1].map { _ in Int.random(in: 0...expected.count, using: &random) }.sorted()
        .map { Self.characterStart($0, in: expected) }
      let (start, end) = (Self.place(places[0], in: expected), Self.place(places[1], in: expected))
      document.text = try document.edited([change(start, end, new)], .utf16).text
      let plain = new.replacing("\\n", with: "\n").replacing("\\r", with: "\r")
      expected.replaceSubrange(places[0]..<places[1], with: Array(plain.utf16))
      #expect(
        String(decoding: document.text.bytes, as: UTF8.self)
          == String(decoding: expected, as: UTF16.self))
    }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 29)
    }
  }

  /// The nearest place before that is within no pair of surrogates or line's end.
  private static func characterStart(_ index: Int, in units: [UInt16]) -> Int {
    guard index > 0, index < units.count else { return index }
    let isWithinPair = units[index] & 0xFC00 == 0xDC00
    let isWithinEnd = units[index] == 0x0A && units[index - 1] == 0x0D
    return isWithinPair || isWithinEnd ? index - 1 : index
  }

  private static func place(_ index: Int, in units: [UInt16]) -> (Int, Int) {
    let before = units[..<index]
    let isEnd = { (unit: Int) in
      units[unit] == 0x0A
        || units[unit] == 0x0D && !(unit + 1 < units.count && units[unit + 1] == 0x0A)
    }
    let line = before.indices.count(where: isEnd)
    let start = before.indices.last(where: isEnd).map { $0 + 1 } ?? 0
    return (line, index - start)
  }
}
