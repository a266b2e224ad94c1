import BookModel
import Execution
import Testing

@testable import LanguageSupport

@Suite struct PlacesTests {
  @Test("Columns are counted in bytes or in UTF-16 units, and lines end as editors end them")
  func lines() {
    let lines = TextLines(Array("aé\r\n𝒳b\rc\n".utf8))
    #expect(lines.count == 4)
    #expect((0..<5).map { lines.content(ofLine: $0) } == [0..<3, 5..<10, 11..<12, 13..<13, nil])
    #expect([0, 1, 2, 3].map { lines.offset(line: 1, column: $0, .utf16) } == [5, 5, 9, 10])
    #expect([0, 1, 4, 5, 9].map { lines.offset(line: 1, column: $0, .utf8) } == [5, 5, 9, 10, 10])
    #expect(lines.offset(line: 0, column: 99, .utf16) == 3)
    #expect(lines.offset(line: 4, column: 0, .utf16) == nil)
    #expect(lines.offset(line: 0, column: -1, .utf8) == nil)
    #expect(lines.position(ofByte: 9, .utf16) == (1, 2))
    #expect(lines.position(ofByte: 9, .utf8) == (1, 4))
    #expect(lines.position(ofByte: 13, .utf16) == (3, 0))
  }

  @Test("Places of a chapter are counted without a byte order mark")
  func byteOrderMark() {
    let text = ChapterText([0xEF, 0xBB, 0xBF] + Array("ab\r\nc".utf8))
    #expect(text.offset(of: SourcePosition(line: 1, column: 2)) == 4)
    #expect(text.position(ofByte: 4) == SourcePosition(line: 1, column: 2))
    #expect(text.position(ofByte: 7) == SourcePosition(line: 2, column: 1))
    #expect(text.offset(of: SourcePosition(line: 9, column: 9)) == 8)
    #expect(text.offset(of: SourcePosition(line: 1, column: 99)) == 5)
    let point = SourceRange(file: "a", line: 1, column: 1)
    #expect(text.text(text.bytes(of: point)) == "ab")
  }

  /// A chapter whose block of three lines, the second one empty, stands in something.
  private static let containers = [
    "# T\n\n```swift setup\nlet a = 1\n\n  let é = 2\n```\n",
    "# T\r\n\r\n```swift setup\r\nlet a = 1\r\n\r\n  let é = 2\r\n```\r\n",
    "\u{FEFF}---\ntitle: T\n---\n```swift setup\nlet a = 1\n\n  let é = 2\n```\n",
    "# T\n\n- a\n\n  ```swift setup\n  let a = 1\n\n    let é = 2\n  ```\n",
    "# T\n\n> ```swift setup\n> let a = 1\n>\n>   let é = 2\n> ```\n",
    "# T\n\n> 1. a\n>\n>    ```swift setup\n>    let a = 1\n>\n>      let é = 2\n>    ```\n",
    "# T\n\n-\ta\n\n\t```swift setup\n\tlet a = 1\n\n\t  let é = 2\n\t```\n",
    "# T\n\n   ```swift setup\n   let a = 1\n\n     let é = 2\n   ```\n",
    "# T\n\n```swift setup\nlet a = 1\n\n  let é = 2",
  ]

  @Test(
    "The code of a block is found in its chapter byte by byte, whatever it stands in",
    arguments: containers)
  func blocks(text: String) throws {
    let chapter = MarkedChapter.chapter(text)
    let block = try #require(chapter.chapter.blocks.first)
    for (number, line) in block.code.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(3).enumerated()
    {
      for (column, byte) in line.utf8.enumerated() {
        let place = BlockPosition(block: 0, line: number, column: column)
        let offset = try #require(chapter.blockPlaces.offset(of: place))
        #expect(chapter.text.bytes[offset] == byte)
        #expect(chapter.blockPlaces.place(ofByte: offset) == place)
      }
      let end = BlockPosition(block: 0, line: number, column: line.utf8.count)
      let offset = try #require(chapter.blockPlaces.offset(of: end))
      #expect(chapter.blockPlaces.place(ofByte: offset) == end)
    }
    #expect(chapter.blockPlaces.place(ofByte: 3) == nil)
    let fence = chapter.text.offset(of: block.fence.start)
    #expect(chapter.blockPlaces.place(ofByte: fence) == nil)
  }

  @Test("What a tab gives to the code of an indentation belongs to no byte of it")
  func partialTab() throws {
    let chapter = MarkedChapter.chapter("# T\n\n- a\n\n  ```swift setup\n\tlet a = 1\n  ```\n")
    let code = try #require(chapter.chapter.blocks.first).code
    #expect(code == "  let a = 1\n")
    let offset = try #require(
      chapter.blockPlaces.offset(of: BlockPosition(block: 0, line: 0, column: 2)))
    #expect(chapter.text.text(offset..<(offset + 3)) == "let")
    #expect(
      chapter.blockPlaces.place(ofByte: offset) == BlockPosition(block: 0, line: 0, column: 2))
  }
}
