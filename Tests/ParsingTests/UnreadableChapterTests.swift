import BookModel
import Parsing
import Testing

@Suite("Chapters that cannot be read in full")
struct UnreadableChapterTests {
  private func parse(_ bytes: some Sequence<UInt8>, path: String = "Chapters/en/07-x.md") -> Chapter
  {
    ChapterParser.parse(Array(bytes), path: path).chapter
  }

  @Test("bytes that are no text leave the front matter, and a text that is shown as it stands")
  func notText() {
    let head = "---\ntitle: Bytes\norder: 7\n---\n# Heading\n\n"
    let block = "\n```swift experiment id=a\nprint(1)\n```\n"
    for (bytes, shown) in [([0xFF], "\u{FFFD}"), ([0x00], "\0"), ([0x0D, 0x61], "\ra")]
      as [([UInt8], String)]
    {
      let chapter = parse(Array(head.utf8) + bytes + Array(block.utf8))
      #expect(chapter.tree == nil)
      #expect(chapter.faults.count == 1)
      #expect(chapter.frontMatter == FrontMatter(title: "Bytes", order: 7))
      #expect(chapter.blocks.isEmpty)
      #expect(Array(chapter.body.utf8) == Array(("# Heading\n\n" + shown + block).utf8))
    }
  }

  @Test("a carriage return alone is refused as the last byte, too")
  func lastCarriageReturn() {
    let chapter = parse("# A\n\nb\r".utf8)
    #expect(chapter.tree == nil)
    #expect(chapter.faults.map(\.message) == ["a line ends with a carriage return alone"])
  }

  @Test("what is nested too deeply is shown as it stands, and nothing in it runs")
  func tooDeep() {
    let block = "```swift experiment id=a\nprint(1)\n```\n\n"
    for text in [
      "# Deep\n\n" + block + String(repeating: "*a ", count: 120)
        + String(repeating: "a* ", count: 120),
      "# Deep\n\n" + block + String(repeating: "> ", count: 120) + "a\n",
    ] {
      let chapter = parse(text.utf8)
      #expect(chapter.tree == nil)
      #expect(chapter.faults.map(\.message) == ["nested deeper than 100 levels"])
      #expect(chapter.frontMatter.title == "Deep")
      #expect(chapter.blocks.isEmpty && chapter.formulas.isEmpty && chapter.prose == ChapterProse())
      #expect(chapter.text == text)
    }
  }

  @Test("a file that is too large keeps its title and its place in the book, and none of its text")
  func tooLarge() {
    let head = Array("---\ntitle: Large\norder: 2\n---\n".utf8)
    let chapter = parse(head + [UInt8](repeating: 0x61, count: ChapterParser.maximumSize))
    #expect(chapter.frontMatter == FrontMatter(title: "Large", order: 2))
    #expect(chapter.text.isEmpty)
    #expect(chapter.faults.count == 1)
  }

  @Test("a file that cannot be read has no title, and speaks its folder's language")
  func unreadable() {
    let reason = Diagnostic(at: nil, "no permission")
    let result = ChapterParser.unreadable("Chapters/zh/04-noise.md", because: reason)
    #expect(result.chapter.frontMatter == FrontMatter(title: "无题", language: .chinese))
    #expect(result.chapter.faults == [reason])
    #expect(result.diagnostics == [reason])
  }

  @Test(
    "front matter that is not YAML still gives what can be seen in it",
    arguments: [
      "title: Noise: a tale\norder: 4\nseed: 9\n---\n",
      "title: 'Noise: a tale\norder: 4\nseed: 9\n---\n",
      "title: Noise: a tale\norder: 4\nseed: 9\n\n",
      "seed: 9\n- a list\ntitle: \"Noise: a tale\"\norder: 4\n---\n",
    ])
  func recovered(lines: String) {
    let chapter = parse("---\n\(lines)Text.\n".utf8)
    #expect(chapter.faults.count == 1)
    #expect(chapter.frontMatter == FrontMatter(title: "Noise: a tale", order: 4, seed: 9))
    #expect(chapter.body.hasSuffix("Text.\n") && !chapter.body.contains("title"))
  }

  @Test("a value that is given and wrong is not replaced by another")
  func wrongValue() {
    let chapter = parse("---\ntitle: A\norder: \"3\"\n---\n".utf8)
    #expect(chapter.frontMatter == FrontMatter(title: "A"))
  }

  @Test("the folder speaks only when the front matter may have said otherwise")
  func language() {
    let path = "Chapters/zh/01-a.md"
    #expect(parse("---\ntitle: A\n---\n".utf8, path: path).frontMatter.language == .english)
    #expect(parse("---\nlagn: zh\n---\n".utf8, path: path).frontMatter.language == .chinese)
  }
}
