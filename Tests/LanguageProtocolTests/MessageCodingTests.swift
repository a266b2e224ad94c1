import Testing

@testable import LanguageProtocol

@Suite struct MessageCodingTests {
  private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try MessageCoding.decode(type, from: Array(text.utf8))
  }

  private func text(_ message: some Encodable) throws -> String {
    String(decoding: try MessageCoding.framed(message), as: UTF8.self)
  }

  @Test("A completion's answer may be a list or the proposals alone, with edits of either form")
  func completions() throws {
    let edit =
      #"{"newText":"a","range":{"start":{"line":1,"character":2},"end":{"line":1,"character":3}}}"#
    let both = edit.replacing("\"range\"", with: "\"replace\"")
    let list = try decode(
      CompletionList.self,
      #"{"isIncomplete":true,"items":[{"label":"a","textEdit":\#(edit)},{"label":"b","textEdit":\#(both),"documentation":{"kind":"markdown","value":"*b*"}}]}"#
    )
    #expect(list.isIncomplete)
    #expect(list.items.map(\.label) == ["a", "b"])
    #expect(list.items.map { $0.textEdit?.range.start.character } == [2, 2])
    #expect(list.items[1].documentation?.value == "*b*")
    let alone = try decode(CompletionList.self, #"[{"label":"c","documentation":"plain"}]"#)
    #expect(alone.items.map(\.documentation?.value) == ["plain"])
  }

  @Test("A definition's answer may be a place, several, or links")
  func definitions() throws {
    let range = #"{"start":{"line":1,"character":2},"end":{"line":1,"character":3}}"#
    let place = #"{"uri":"file:///a","range":\#(range)}"#
    let link =
      #"{"targetUri":"file:///a","targetRange":\#(range),"targetSelectionRange":\#(range)}"#
    for answer in [place, "[\(place)]", "[\(link)]"] {
      #expect(try decode(Definitions.self, answer).locations.map(\.uri) == ["file:///a"])
    }
  }

  @Test("A hover's answer may be one explanation or several")
  func hovers() throws {
    #expect(try decode(Hover.self, #"{"contents":"a"}"#).contents.value == "a")
    let several = #"{"contents":["a",{"kind":"markdown","value":"b"}]}"#
    #expect(try decode(Hover.self, several).contents.value == "a\n\nb")
  }

  @Test("An answer without a result says null; an id is a number, a text or null")
  func answers() throws {
    let answer = try text(Answer<Empty>(.success(nil), to: .text("a")))
    #expect(answer.contains(#""result":null"#) && answer.contains(#""id":"a""#))
    let refusal = try text(Answer<Empty>(.failure(ResponseError(.parseError, "é")), to: nil))
    #expect(refusal.contains(#""id":null"#) && refusal.contains("-32700"))
    #expect(refusal.hasPrefix("Content-Length: \(refusal.utf8.count - 22)\r\n\r\n{"))
    #expect(try decode(Envelope.self, #"{"id":7,"method":"a"}"#).id == .number(7))
  }
}
