import Foundation
import Testing

/// What `book.yml` says, in the files of a site.
@Suite("The book's own file")
struct BookFileTests {
  private static let chapter = """
    ---
    order: 1
    ---
    # One

    A norm $\\norm{x} = \\E$, and

    $$
    \\norm{\\E}
    $$

    """

  private static let file = """
    title:
      en: Slopes & <valleys>
      zh: 坡与谷
    description: How to go down.
    author: [Augustin-Louis Cauchy, Haskell Curry]
    licence: CC BY 4.0
    identifier: urn:isbn:9780000000000
    cover: cover.svg
    macros:
      '\\E': '\\mathbb{E}'
      '\\norm': '\\lVert #1 \\rVert'
    titel: x

    """

  @Test("it names the book in the index, the pages, the page to print and the EPUB")
  func names() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.chapter, to: "Chapters/en/01-one.md")
    try scratch.write(
      Self.chapter.replacing("order: 1", with: "order: 1\nlang: zh"), to: "Chapters/zh/01-one.md")
    try scratch.write(Self.file, to: "Chapters/book.yml")
    try scratch.write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", to: "Chapters/cover.svg")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.errors.contains(
        "Chapters/book.yml:12:1: warning: unknown key 'titel'\n  hint: did you mean 'title'?"))
    let index = try scratch.read("_site/index.html")
    #expect(index.contains("<h1>Slopes &amp; &lt;valleys&gt;</h1>"))
    #expect(index.contains("How to go down."))
    #expect(index.contains("Augustin-Louis Cauchy, Haskell Curry · Licence: CC BY 4.0"))
    #expect(index.contains("<img src=\"data:image/svg+xml;base64,"))
    #expect(try scratch.read("_site/zh/01-one.html").contains("<title>One · 坡与谷</title>"))
    let page = try scratch.read("_site/en/01-one.html")
    #expect(page.contains("<mi>𝔼</mi>") && !page.contains("class=\"missing\""))
    for name in ["index.html", "en/01-one.html", "book.html", "search-index.js"] {
      let text = try scratch.read("_site/\(name)").replacing("content=\"Gradbook\"", with: "")
      #expect(!text.contains("Gradbook"), "\(name)")
    }
    let package = try await Self.package(of: scratch)
    #expect(package.contains("<dc:creator>Augustin-Louis Cauchy</dc:creator>"))
    #expect(package.contains("<dc:identifier id=\"id\">urn:isbn:9780000000000</dc:identifier>"))
    #expect(package.contains("<dc:rights>CC BY 4.0</dc:rights>"))
    #expect(package.contains("<dc:title>Slopes &amp; &lt;valleys&gt;</dc:title>"))
  }

  @Test("a book without it is called like its folder, and 'new' starts one")
  func newBook() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let new = try await CommandRun(["new", "--book", "my-slopes"], in: scratch.folder)
    #expect(new.exitCode == 0, "\(new.errors)")
    #expect(new.output.contains("Wrote my-slopes/Chapters/en/01-first-steps.md\n"))
    #expect(new.output.contains("Wrote my-slopes/Chapters/book.yml\n"))
    #expect(try scratch.read("my-slopes/Chapters/book.yml").contains("\ntitle: 'My slopes'\n"))
    let again = try await CommandRun(["new", "--book", "my-slopes"], in: scratch.folder)
    #expect(again.exitCode != 0)
    #expect(again.errors.contains("has chapters already"))
    try scratch.write("# A\n", to: "plain-book/Chapters/en/a.md")
    let run = try await CommandRun(["build", "--book", "plain-book"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let index = try scratch.read("plain-book/_site/index.html")
    #expect(index.contains("<h1>Plain book</h1>"))
    #expect(!index.contains("class=\"summary\""))
  }

  @Test(
    "a broken file is told with its place, and stops nothing",
    arguments: [
      ("title: [a]\n", "1:8: error: 'title' must be a text"),
      ("- a\n", "1:1: error: the file is not made of 'key: value' lines"),
      ("title: \"a\n", "1:1: error: the file is not YAML"),
      ("macros: {'\\a!': 'x'}\n", "1:10: error: in 'macros': "),
      ("macros: {'\\a': '\\a'}\n", "the macro '\\a' calls itself"),
      ("cover: none.png\n", "1:8: error: the image 'none.png'"),
      ("title: &x a\nauthor: *x\n", "error: an anchor or alias"),
    ])
  func broken(file: String, message: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A $\\a$\n", to: "Chapters/en/a.md")
    try scratch.write(file, to: "Chapters/book.yml")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("Chapters/en/a.md:1:6: error: "), "\(run.errors)")
    #expect(try scratch.read("_site/index.html").contains("href=\"en/a.html\""))
  }

  private static func package(of scratch: Scratch) async throws -> String {
    let script = """
      import zipfile
      print(zipfile.ZipFile('_site/book.epub').read('EPUB/package.opf').decode())
      """
    let run = try await CommandProcess(
      ["python3", "-c", script], in: scratch.folder, program: "/usr/bin/env"
    ).end()
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.output
  }
}
