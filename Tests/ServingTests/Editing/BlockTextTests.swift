import LanguageSupport
import Parsing
import Testing

@testable import Serving

/// Places in a block's code, as browsers count them, and in the chapter's text.
@Suite struct BlockTextTests {
  private func text(_ source: String, block: Int) -> (BlockText, EditedChapter) {
    let bytes = Array(source.utf8)
    let parsed = ChapterParser.parse(bytes, path: "a.md")
    let chapter = EditedChapter(
      path: "a.md", text: ChapterText(bytes), read: (parsed.chapter, parsed.diagnostics))
    return (BlockText(chapter, block: block), chapter)
  }

  @Test(
    "Every place of the code is found again, within quotes, behind CRLF and beyond the first plane",
    arguments: [
      "\u{FEFF}# A\r\n\r\n```swift experiment id=a\r\nlet é = \"😀\"; x\r\n\r\n  y\r\n```\r\n",
      "> - ```swift experiment id=a\n>   let é = \"😀\"; x\n>\n>     y\n>   ```\n",
    ])
  func places(source: String) throws {
    let (text, chapter) = text(source, block: 0)
    let code = chapter.chapter.blocks[0].code
    #expect(code == "let é = \"😀\"; x\n\n  y\n")
    for (place, character) in code.indices.map({ ($0, code[$0]) }) where character != "\n" {
      let offset = code.utf16.distance(from: code.startIndex, to: place)
      let byte = try #require(text.byte(at: offset))
      let length = String(character).utf8.count
      #expect(chapter.text.text(byte..<(byte + length)) == String(character))
      #expect(text.offset(ofByte: byte) == offset)
    }
    #expect(text.byte(at: 100) == nil)
    #expect(text.offset(ofByte: 0) == nil)
  }
}
