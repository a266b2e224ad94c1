import BookModel
import Parsing
import Testing

@Suite("Parsing a chapter")
struct ChapterParserTests {
  private func parse(_ text: String, path: String = "Chapters/en/02-slope.md") -> ParsedChapter {
    ChapterParser.parse(Array(text.utf8), path: path)
  }

  @Test("an unknown option is named with its place, and with what may have been meant")
  func unknownOption() {
    let text = String(repeating: "\n", count: 40) + "```swift experiment hiden id=a\n```\n"
    #expect(
      parse(text).diagnostics.map(\.description) == [
        """
        Chapters/en/02-slope.md:41:21: error: unknown block option 'hiden'
          hint: did you mean 'hide'?
        """
      ])
  }

  @Test("a block carries its code, its place and its number")
  func block() throws {
    let text = """
      ---
      title: T
      ---
      > ```swift setup
      > let a = 1
      > ```

      - ```swift experiment id=e timeout=2.5s
        //| caption: A: b

        if a == 1 {
        }
        ```

      """
    let chapter = parse(text).chapter
    let file = chapter.path
    #expect(chapter.frontMatter == FrontMatter(title: "T"))
    #expect(chapter.bodyLine == 4)
    #expect(chapter.text == text)
    var options = BlockOptions()
    options.timeout = 2.5
    options.captions = [
      FigureCaption(
        markdown: "A: b",
        range: SourceRange(
          file: file, start: SourcePosition(line: 9, column: 16),
          end: SourcePosition(line: 9, column: 20)))
    ]
    #expect(
      chapter.blocks == [
        Block(
          role: .setup, code: "let a = 1\n",
          fence: SourceRange(
            file: file, start: SourcePosition(line: 4, column: 3),
            end: SourcePosition(line: 4, column: 17)),
          codeStart: SourcePosition(line: 5, column: 3), number: 1),
        Block(
          role: .experiment(id: "e"), options: options, code: "\nif a == 1 {\n}\n",
          fence: SourceRange(
            file: file, start: SourcePosition(line: 8, column: 3),
            end: SourcePosition(line: 8, column: 40)),
          codeStart: SourcePosition(line: 10, column: 3), number: 2),
      ])
  }

  @Test("only blocks that run are numbered")
  func numbers() throws {
    let text = """
      ```swift
      ```
      ```swift experiment id=a norun
      ```
      ```swift setup
      ```
      ```swift experiment id=b
      ```
      """
    let chapter = parse(text).chapter
    #expect(chapter.blocks.map(\.number) == [nil, nil, 1, 2])
  }

  @Test("a chapter keeps its bytes but for a byte order mark; its code has line feeds")
  func exactText() throws {
    let text = "---\r\ntitle: x\r\n---\r\n```swift setup\r\nlet a = 1\r\n```\r\ne\u{301} é"
    let chapter = parse("\u{FEFF}" + text).chapter
    #expect(Array(chapter.text.utf8) == Array(text.utf8))
    #expect(chapter.blocks.first?.code == "let a = 1\n")
    #expect(Array(chapter.body.utf8).starts(with: Array("```swift".utf8)))
  }

  @Test(
    "without a title in the front matter it is the first heading, or the first words",
    arguments: [
      ("---\ntitle: A\n---\n# B\n", "x/c.md", "A"), ("---\norder: 1\n---\n# B\n", "x/c.md", "B"),
      ("## B\n\n# *C* `d`\n", "x/c.md", "C d"), ("#\n\n# B\n", "x/c.md", "B"),
      ("Text.\n\n## B *c* {#b}\n\n## D\n", "x/c.md", "B c"), ("# A {#b .c}\n", "x/c.md", "A"),
      ("> # B\n", "x/03-sgd.v2.md", "Untitled chapter"), ("", ".md", "Untitled chapter"),
      ("---\nlang: zh\n---\n***\n", "x.md", "无题"), ("---\nlang: zh_CN\n---\n***\n", "x.md", "无题"),
      ("- a\n\nSome *text* here.", "x.md", "Some text here."),
      (String(repeating: "word ", count: 40), "x.md", String(repeating: "word ", count: 10) + "…"),
      (
        "梯度" + String(repeating: "下降", count: 40), "x.md",
        "梯度" + String(repeating: "下降", count: 9) + " …"
      ),
    ])
  func title(text: String, path: String, title: String) {
    #expect(parse(text, path: path).chapter.frontMatter.title == title)
  }

  @Test("a file above the size limit is refused before it is looked at")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0xFF, count: ChapterParser.maximumSize + 1)
    let result = ChapterParser.parse(bytes, path: "a.md")
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.first?.message.contains("8000001 bytes") == true)
  }

  @Test(
    "a million quotes or brackets end in a diagnostic or a chapter, soon",
    .timeLimit(.minutes(1)), arguments: [">", "["])
  func deep(opening: String) {
    let result = parse(String(repeating: opening, count: 1_000_000))
    #expect((result.chapter.tree != nil) == (opening != ">"))
  }

  @Test(
    "openings in great number end in a diagnostic or a chapter, soon",
    .timeLimit(.minutes(1)),
    arguments: [
      "> ", "- ", "1. ", "![", "*a ", "```\n", "<a>", "(", "a <!-- ", "[a](", "*_",
      "[^a]: ", "&amp;[@a] ", "$`\\x`$ ", "| `a",
      "[^a](<[^a](([^a](b ([^a][",
    ])
  func many(opening: String) {
    let result = parse(String(repeating: opening, count: 50_000))
    #expect(
      (result.chapter.tree != nil)
        == !result.diagnostics.contains { $0.message.hasPrefix("nested") })
  }

  @Test("nesting is read to the limit and not beyond")
  func nestingLimit() {
    func isRead(_ depth: Int) -> Bool {
      parse(String(repeating: ">", count: depth) + "x").chapter.tree != nil
    }
    // The paragraph and its text lie two levels deeper than the last quote.
    let most = ChapterParser.maximumDepth - 2
    #expect(isRead(most))
    #expect(!isRead(most + 1))
  }

  @Test("a closing fence may have spaces and tabs behind it")
  func closingFence() {
    let result = parse("```swift setup\nlet a = 1\n``` \t\n")
    #expect(result.diagnostics == [])
    #expect(result.chapter.blocks.map(\.code) == ["let a = 1\n"])
  }

  @Test("diagnostics come in the order of their places")
  func sorted() {
    let result = parse("---\nlang: x\n---\n```swift experiment\n(\n```\n```swift setup id=a\n```\n")
    #expect(result.diagnostics.compactMap(\.range?.start.line) == [2, 4, 5, 7])
  }
}
