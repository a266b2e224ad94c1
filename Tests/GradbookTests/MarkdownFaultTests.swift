import Foundation
import TestTurns
import Testing

/// Books in which a chapter has errors in its Markdown, through the real command line.
@Suite(.startsPrograms) struct MarkdownFaultTests {
  static let sound = """
    ---
    title: Steps
    order: 1
    ---
    ## Far {#far}

    A step of size $`\\eta`$.

    """

  static let broken = """
    ---
    title: Noise
    order: 2
    ---
    A gradient $`\\nabla f_{i`$ with jitter, see [](01-steps.md#near) and [](01-steps.md#far).

    ```swift experiment id=sound
    print("twice three is \\(3 * 2)")
    ```

    ```swift experiment id=wrong
    let count: Int = "three"
    ```

    ![a saw tooth](saw.png) as in [@nobody1900].

    ```swift source=GradientDescent/Nowhere.swift
    ```

    """

  private func book() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.sound, to: "Chapters/en/01-steps.md")
    try scratch.write(Self.broken, to: "Chapters/en/02-noise.md")
    try scratch.write("@misc{known, title={Known}, year=1951}\n", to: "Chapters/references.bib")
    return scratch
  }

  /// The errors of the broken chapter: the line, the column and a piece of the message.
  private static let faults = [
    (5, 23, "is not closed in this formula"),
    (12, 18, "cannot convert value of type 'String'"),
    (15, 16, "the image 'saw.png' is not there"),
    (15, 33, "there is no 'nobody1900' in the bibliography"),
    (17, 1, "there is no file 'GradientDescent/Nowhere.swift' below Sources"),
  ]

  @Test("errors in Markdown, in Swift and in other files are told in one pass, and in the page")
  func onePass() async throws {
    let scratch = try book()
    defer { scratch.remove() }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.ranges(of: ": error: ").count == Self.faults.count, "\(run.errors)")
    #expect(
      run.errors.contains(
        "02-noise.md:5:48: warning: there is no '#near' in the chapter '01-steps.md'"))
    let page = try scratch.read("_site/en/02-noise.html")
    for (line, column, message) in Self.faults {
      #expect(
        run.errors.split(separator: "\n").contains {
          $0.hasPrefix("Chapters/en/02-noise.md:\(line):\(column): error: ")
            && $0.contains(message)
        }, "\(message) in \(run.errors)")
      let lead = "Error at line \(line), column \(column):</span>"
      #expect(page.ranges(of: lead).count == 1, "\(message)")
      #expect(page.contains(message.replacing("'", with: "&#39;")))
    }
    #expect(page.contains("twice three is 6"))
    #expect(page.contains("<code class=\"missing\">\\nabla f_{i</code>"))
    #expect(page.contains("<span class=\"missing\">01-steps.md#near</span>"))
    #expect(page.contains("href=\"01-steps.html#far\">Section 1.1</a>"))
    #expect(page.contains("a saw tooth as in"))
  }

  @Test("a chapter with errors stays in the index, the whole book, the electronic book, the search")
  func nothingLost() async throws {
    let scratch = try book()
    defer { scratch.remove() }
    try await CommandRun(["build"], in: scratch.folder)
    #expect(try scratch.read("_site/index.html").contains("href=\"en/02-noise.html\">Noise</a>"))
    let whole = try scratch.read("_site/book.html")
    #expect(whole.contains("twice three is 6"))
    #expect(whole.ranges(of: "Error at line ").count == Self.faults.count)
    let index = try await python(
      """
      import base64, gzip, re
      for part in re.findall('"(H4sI[^"]*)"', open('_site/search-index.js').read()):
          print(gzip.decompress(base64.b64decode(part)).decode())
      """, in: scratch)
    #expect(index.contains("with jitter"))
    let names = try await texts(ofElectronicBook: scratch)
    #expect(names == ["chapter-1.xhtml 0", "chapter-2.xhtml \(Self.faults.count)"])
    #expect(try scratch.read("_site/en/02-noise.md") == Self.broken)
    #expect(try !scratch.read("_site/en/01-steps.html").contains("class=\"failure\""))
  }

  /// The chapters in the electronic book, each with the number of its errors. Ends in an error of
  /// Python's when one is not XML.
  private func texts(ofElectronicBook scratch: Scratch) async throws -> [String] {
    let script = """
      import zipfile, xml.dom.minidom
      book = zipfile.ZipFile('_site/book.epub')
      for name in sorted(book.namelist()):
          if not name.endswith('.xhtml'): continue
          xml.dom.minidom.parseString(book.read(name))
          text = book.read(name).decode()
          if 'chapter-' in name: print(name[5:], text.count('Error at line '))
      """
    return try await python(script, in: scratch).split(separator: "\n").map(String.init)
  }

  private func python(_ script: String, in scratch: Scratch) async throws -> String {
    let run = try await CommandProcess(
      ["python3", "-c", script], in: scratch.folder, program: "/usr/bin/env"
    ).end()
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.output
  }

  @Test("when the errors are gone, so are they from the page, and a remembered page is the same")
  func remembered() async throws {
    let scratch = try book()
    defer { scratch.remove() }
    try await CommandRun(["build"], in: scratch.folder)
    let first = try scratch.read("_site/en/02-noise.html")
    let again = try await CommandRun(["build"], in: scratch.folder)
    #expect(again.exitCode == 1)
    #expect(try scratch.read("_site/en/02-noise.html") == first)
    // The other chapter mends what this one refers to.
    try scratch.write(
      Self.sound + "## Near {#near}\n", to: "Chapters/en/01-steps.md")
    try await CommandRun(["build"], in: scratch.folder)
    let page = try scratch.read("_site/en/02-noise.html")
    #expect(page.contains("href=\"01-steps.html#near\">Section 1.2</a>"))
    #expect(page.ranges(of: "Error at line ").count == Self.faults.count)
  }

  @Test("what stands below a setup block with an error says that it does not run for that reason")
  func setup() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      ```swift experiment id=above
      print("above runs")
      ```

      ```swift setup hdie
      let rate = 0.1
      ```

      ```swift experiment id=below
      print("below runs")
      ```

      """, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("a.md:5:16: error: unknown block option 'hdie'"))
    #expect(run.errors.ranges(of: "unknown block option").count == 1)
    #expect(run.errors.contains("note: stops the experiment 'below'"))
    let page = try scratch.read("a.html")
    #expect(page.contains("<pre class=\"printed\">above runs"))
    #expect(!page.contains("<pre class=\"printed\">below runs"))
    #expect(page.ranges(of: "unknown block option").count == 1)
    #expect(page.ranges(of: "not run, because the setup block").count == 1)
  }

  @Test(
    "a chapter that an ordinary user may not read has a page that says so",
    .enabled(if: CommandRun.canBecomeOrdinaryUser, "becoming an ordinary user needs root"))
  func noPermission() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.sound, to: "Chapters/en/01-steps.md")
    try scratch.write("# Hidden words\n", to: "Chapters/en/02-hidden.md")
    for (name, mode) in [("Chapters/en/02-hidden.md", 0o000), (".", 0o777)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: scratch.file(name).path)
    }
    let run = try await CommandRun(
      asOrdinaryUser: ["build"], in: scratch,
      environment: ["GRADBOOK_CACHE": scratch.file("cache").path])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Chapters/en/02-hidden.md:1:1: error: "), "\(run.errors)")
    let page = try scratch.read("_site/en/02-hidden.html")
    #expect(page.contains("<h1>Untitled chapter</h1>"))
    #expect(page.contains("the chapter cannot be read: Permission denied"))
    #expect(try scratch.read("_site/index.html").contains("Untitled chapter</a>"))
  }
}
