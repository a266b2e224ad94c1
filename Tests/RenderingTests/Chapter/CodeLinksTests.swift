import BookModel
import Markup
import Parsing
import Testing

@testable import Rendering

@Suite struct CodeLinksTests {
  private static let names = ReferenceNames([
    "SGD": .init(chapter: "Chapters/en/r.md", anchor: "sgd", sentence: "It's a rule."),
    "SGD.step": .init(
      chapter: "Chapters/en/r.md", anchor: "sgd-step", sentence: "", isFunction: true),
    "record": .init(chapter: "Chapters/en/r.md", anchor: "record", sentence: "", isFunction: true),
    "show": .init(
      chapter: "Chapters/en/r.md", anchor: "show", sentence: "Shows.", isFunction: true,
      isEverywhere: true),
    "NDArray.mean": .init(
      chapter: "Chapters/en/r.md", anchor: "mean", sentence: "", isFunction: true),
    "NDArray.max": .init(
      chapter: "Chapters/en/r.md", anchor: "max", sentence: "", isFunction: true),
    "A": .init(chapter: "Chapters/en/r.md", anchor: "type-a", sentence: ""),
    "A.move": .init(chapter: "Chapters/en/r.md", anchor: "a", sentence: "", isFunction: true),
    "B.move": .init(chapter: "Chapters/en/r.md", anchor: "b", sentence: "", isFunction: true),
  ])

  private static let reference = SampleChapter.make(
    "## SGD {#sgd}\n\n`SGD`\n", path: "Chapters/en/r.md", frontMatter: FrontMatter(title: "R"))

  /// The page of a chapter in a book that documents names.
  private static func page(
    _ markdown: String, path: String = "Chapters/en/01-a.md",
    language: FrontMatter.Language = .english
  ) -> String {
    let chapter = SampleChapter.make(
      markdown, path: path, frontMatter: FrontMatter(title: "A", language: language, order: 1))
    return Site(chapters: [chapter, reference], names: names).page(of: chapter, run: ChapterRun())
      .html
  }

  private static func links(in html: String) -> [String] {
    html.ranges(of: /<a (?:class="t" )?href="[^"]*r\.html#[^"]*"/).map { range in
      String(html[range].split(separator: "#").last?.dropLast() ?? "")
    }
  }

  @Test("a name in code links to its place: once in a block, with its tip once on the page")
  func links() {
    let html = Self.page("```swift\nSGD(SGD())\n```\n\n```swift\nSGD()\nx.step(1)\n```\n")
    #expect(Self.links(in: html) == ["sgd", "sgd", "sgd-step"])
    #expect(html.contains("<a class=\"t\" href=\"r.html#sgd\" title=\"It’s a rule.\">SGD</a>("))
    #expect(html.contains("<a href=\"r.html#sgd-step\">step</a>("))
    #expect(html.ranges(of: "title=\"It’s").count == 1)
  }

  @Test(
    "what is no use of a documented name has no link",
    arguments: [
      // Declared by the chapter.
      ("class SGD {}\nSGD()", []), ("func record() {}\nrecord()", []),
      ("for (i, (record, b)) in c { record(1) }", []), ("f { record, b in record(1) }", []),
      ("func f(record: Int) { record(1) }", []),
      // No call, Swift's own, or of several types.
      ("let a = record", []), ("a.max()", []), ("a.move()", []), ("a.mean", []), ("a.record()", []),
      // Calls.
      ("record { 1 }", ["record"]), ("a.mean()", ["mean"]), ("NDArray.max()", ["max"]),
      ("let a = A()\na.move()", ["type-a", "a"]), ("let a = A()\nlet a = 1\na.move()", ["type-a"]),
      ("A.move(1)", ["type-a", "a"]), ("a.mean().step(2)", ["mean", "sgd-step"]),
      ("\"\\(record())\"  // record()", ["record"]),
    ])
  func uses(code: String, links: [String]) {
    #expect(Self.links(in: Self.page("```swift\n\(code)\n```\n")) == links)
  }

  @Test("code within a line links, and not within a link; what each block calls links once")
  func lines() {
    let html = Self.page(
      "As `SGD`, `record { }`, `NDArray.mean()`, `mean`, [`SGD`](b.html), `a.b`.\n")
    #expect(Self.links(in: html) == ["sgd", "record", "mean"])
    #expect(html.contains("<a href=\"b.html\"><code>SGD</code></a>"))
    let shows = Self.page("```swift\nshow(1)\n```\n\n```swift\nshow(2)\n```\n")
    #expect(Self.links(in: shows) == ["show"])
  }

  @Test("a chapter in another language links to the page, and its electronic book does not")
  func otherLanguage() throws {
    let markdown = "`SGD`\n"
    #expect(
      Self.page(markdown, path: "Chapters/zh/01-a.md", language: .chinese)
        .contains("<a href=\"../en/r.html#sgd\""))
    let chapter = SampleChapter.make(
      markdown, path: "Chapters/zh/01-a.md",
      frontMatter: FrontMatter(title: "A", language: .chinese))
    let outline = BookOutline(chapters: [chapter, Self.reference], names: Self.names)
    let body = ChapterBody(
      chapter: chapter, run: ChapterRun(), words: InterfaceWords(language: .chinese),
      links: ChapterLinks(path: PagePath(ofChapter: chapter.path), outline: outline))
    let electronic = HTMLOutput(isElectronic: true) { _ in nil }.markup(of: body.html)
    #expect(electronic.markup == "<p><code>SGD</code></p>\n")
  }

  @Test("a book that documents nothing has no links, and names change the key of its pages")
  func without() {
    let chapter = SampleChapter.make("`SGD`\n")
    let (plain, linked) = (Site(chapters: [chapter]), Site(chapters: [chapter], names: Self.names))
    #expect(plain.page(of: chapter, run: ChapterRun()).html.contains("<p><code>SGD</code></p>"))
    #expect(
      plain.key(of: chapter, run: ChapterRun(), program: "")
        != linked.key(of: chapter, run: ChapterRun(), program: ""))
  }

  @Test("whole books leave the listings of the sources out, and say so")
  func shortened() throws {
    let chapter = SampleChapter.make(
      """
      ## SGD {#sgd}

      [SGD.swift](#source-a) and [itself](#sgd).

      ## Sources {#sources}

      ### A {#source-a}

      ```swift
      let secret = 1
      ```
      """, path: "Chapters/en/r.md")
    var reference = chapter
    reference.frontMatter.reference = ["M"]
    let site = Site(chapters: [reference])
    let rendered = try #require(site.rendered(reference, run: ChapterRun()))
    #expect(rendered.page.html.contains("secret") && rendered.page.html.contains("#source-a"))
    let printed = String(decoding: rendered.part.printed, as: UTF8.self)
    #expect(!printed.contains("secret") && !printed.contains("source-a"))
    #expect(printed.contains("SGD.swift and <a href=\"#c1_sgd\">itself</a>"))
    #expect(printed.contains("The listings of the sources are left out here"))
    #expect(!String(decoding: rendered.part.searched, as: UTF8.self).contains("secret"))
    let ordinary = try #require(Site(chapters: [chapter]).rendered(chapter, run: ChapterRun()))
    #expect(String(decoding: ordinary.part.printed, as: UTF8.self).contains("secret"))
  }

  @Test("the index lists the reference apart from the chapters")
  func index() {
    var reference = Self.reference
    reference.frontMatter.reference = ["M"]
    let chapter = SampleChapter.make("Words.", path: "Chapters/en/01-a.md")
    let html = Site(chapters: [chapter, reference]).index.html
    #expect(
      html.contains("<h3>Reference</h3>\n<ul class=\"downloads\">\n<li><a href=\"en/r.html\">R"))
    #expect(html.ranges(of: "en/r.html").count == 1)
  }
}
