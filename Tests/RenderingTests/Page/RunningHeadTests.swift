import BookModel
import Testing

@testable import Rendering

@Suite struct RunningHeadTests {
  @Test(arguments: [
    ("A </style><b>", "A \\3c \\2f style\\3e \\3c b\\3e "), ("\"}", "\\22 \\7d "), ("\\", "\\5c "),
    ("a\u{301}\u{202E}\n", "a\u{301}\\a "), ("梯度 2", "梯度 2"),
  ])
  func nothingEndsTheStringOrTheStylesheet(title: String, escaped: String) {
    #expect(RunningHead.escaped(title).unicodeScalars.elementsEqual(escaped.unicodeScalars))
  }

  @Test func aPageHasItsOwnHeadAndTheWholeBookOneForEachChapter() throws {
    let html = SampleChapter.html("Text", frontMatter: FrontMatter(title: "Steps", order: 3))
    #expect(html.contains("@top-right { content: \"Chapter 3 \u{B7} Steps\"; }"))
    let files = ElectronicBookTests.files(.english)
    let book = try #require(files.first { $0.path == "book.html" })
    let page = String(decoding: book.bytes, as: UTF8.self)
    #expect(page.contains("@page c2 {") && page.contains("#c2 { page: c2; }"))
  }
}
