import Testing

@testable import Markdown

@Suite("The Markdown tree")
struct MarkdownTreeTests {
  @Test("descendants come depth first, each before its children")
  func descendants() {
    let document = MarkdownDocument("# A *b*\n\n- c\n- d\n")
    let kinds = document.root.descendants.map(\.kind)
    #expect(
      kinds == [
        .heading, .text, .emphasis, .text, .list, .item, .paragraph, .text, .item, .paragraph,
        .text,
      ])
  }

  @Test("the descendants of a node end with the node")
  func descendantsOfPart() throws {
    let document = MarkdownDocument("a *b* c\n\nd\n")
    let first = try #require(document.root.firstChild)
    #expect(first.descendants.map(\.kind) == [.text, .emphasis, .text, .text])
  }

  @Test("a block's place is its line and its column in bytes")
  func places() throws {
    let document = MarkdownDocument("β\n\n> - é\n>\n>   ```swift\n>   x\n>   ```\n")
    let code = try #require(document.root.descendants.first { $0.kind == .codeBlock })
    #expect(code.start == MarkdownPosition(line: 5, column: 5))
    #expect(code.end.line == 7)
    #expect(code.literal == "x\n")
    #expect(code.info == "swift")
  }

  @Test("plain text leaves out the markup and keeps the words")
  func plainText() {
    let document = MarkdownDocument("# Rate `η` and *[noise](x)*\nnext ![alt](y) <b>\n")
    #expect(document.root.plainText == "Rate η and noisenext alt ")
  }

  @Test("links, images, headings and lists tell what they hold")
  func content() throws {
    let document = MarkdownDocument("### A [b](c 'd')\n\n3) x\n4) y\n")
    let heading = try #require(document.root.firstChild)
    let link = try #require(heading.lastChild)
    let list = try #require(heading.nextSibling)
    #expect(heading.headingLevel == 3)
    #expect(link.destination == "c")
    #expect(link.title == "d")
    #expect(list.listMarker == .ordered(start: 3))
    #expect(list.isTight)
    #expect(heading.literal == nil && heading.listMarker == nil && heading.destination == nil)
  }

  @Test("raw HTML and dangerous links pass only when allowed")
  func rawHTML() {
    let document = MarkdownDocument("<script>\n\n[a](javascript:x) <b>\n")
    #expect(!document.html().contains("<script>"))
    #expect(!document.html().contains("javascript:"))
    #expect(document.html(allowingRawHTML: true).contains("<script>"))
  }

  @Test(
    "no link runs a script or shows a file unless allowed, in small letters or not",
    arguments: [
      "javascript:x", "JavaScript:x", "vbscript:x", "file:///x", "data:text/html,x", "DATA:x",
      "data:image/svg+xml,x",
    ])
  func dangerousLinks(address: String) {
    let document = MarkdownDocument("[a](\(address)) ![b](\(address))")
    #expect(document.html() == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" /></p>\n")
    #expect(document.html(allowingRawHTML: true).contains("href=\"\(address)\""))
  }

  @Test("an apostrophe and an ampersand of an address are references, a space is encoded")
  func addresses() {
    let html = MarkdownDocument("[a](<b'c&d e>)").html()
    #expect(html == "<p><a href=\"b&#x27;c&amp;d%20e\">a</a></p>\n")
  }

  @Test("pictures within an address are harmless", arguments: ["png", "gif", "jpeg", "webp"])
  func harmlessLinks(kind: String) {
    let html = MarkdownDocument("![b](data:image/\(kind);base64,x)").html()
    #expect(html == "<p><img src=\"data:image/\(kind);base64,x\" alt=\"b\" /></p>\n")
  }

  @Test("a tree that is given away holds only what is linked, and reads as before")
  func takenTree() throws {
    let document = MarkdownDocument("# A\n\none $x$ *two*\n\n- three [a](b)\n- four\n")
    try #require(document.root.descendants.first { $0.kind == .emphasis }).remove()
    try #require(document.root.descendants.first { $0.kind == .item }).remove()
    let (html, count) = (document.html(), document.root.descendants.map(\.kind).count)
    let texts = document.root.plainText
    let tree = document.takeTree()
    #expect(document.html() == "")
    #expect(tree.nodes.count == count + 1)
    #expect(MarkdownDocument(tree).html() == html)
    #expect(MarkdownDocument(tree).root.plainText == texts)
    #expect(
      tree.nodes.map(\.kind).dropFirst().elementsEqual(
        MarkdownDocument(tree).root.descendants.map(\.kind)))
  }

  @Test("an empty text is an empty document", arguments: ["", "\n", " \n\n"])
  func empty(text: String) {
    #expect(MarkdownDocument(text).html() == "")
  }
}
