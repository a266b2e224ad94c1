import Foundation
import TestTurns
import Testing

/// Small books through the real command line.
@Suite(.startsPrograms) struct CommandTests {
  static let chapter = """
    ---
    title: A first chapter
    order: 1
    ---
    Text.

    ```swift setup
    let two = 2.0
    ```

    ```swift experiment id=double
    print("twice two is \\(two * 2)")
    ```

    """

  @Test("build writes a page for each chapter, an index, and says where to open it")
  func build() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "book/Chapters/en/01-first.md")
    let run = try await CommandRun(["build", "--book", scratch.file("book").path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "Open \(scratch.file("book/_site/index.html").path)\n")
    #expect(run.errors.isEmpty)
    #expect(try scratch.read("book/_site/en/01-first.html").contains("twice two is 4.0"))
    #expect(try scratch.read("book/_site/index.html").contains("href=\"en/01-first.html\""))
  }

  @Test("two builds are equal to the byte, from the cache or afresh")
  func determinism() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "a.md")
    for (name, flag) in [("1", "--cache"), ("2", "--cache"), ("3", "--no-cache")] {
      let run = try await CommandRun(["render", "a.md", "-o", name, flag], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try scratch.read("1") == scratch.read("2"))
    #expect(try scratch.read("1") == scratch.read("3"))
  }

  @Test("a reader can take away a chapter's source and its program, without a path of this machine")
  func downloads() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "book/Chapters/en/01-first.md")
    let run = try await CommandRun(["build", "--book", scratch.file("book").path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try scratch.read("book/_site/en/01-first.md") == CommandTests.chapter)
    let program = try scratch.read("book/_site/en/01-first.swift")
    #expect(program.contains("#sourceLocation(file: \"en/01-first.md\", line: 12)"))
    for name in ["en/01-first.html", "book.html", "search-index.js", "en/01-first.swift"] {
      #expect(try !scratch.read("book/_site/\(name)").contains(scratch.folder.lastPathComponent))
    }
  }

  @Test("a failing chapter does not stop the others, and its page says what went wrong")
  func failure() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "Chapters/en/01-first.md")
    let broken = CommandTests.chapter
      .replacingOccurrences(of: "two * 2", with: "[two][Int(two)]")
    try scratch.write(broken, to: "Chapters/en/02-second.md")
    try scratch.write("---\norder: x\n---\n", to: "Chapters/en/03-third.md")
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Chapters/en/02-second.md:12:"))
    #expect(run.errors.contains("Chapters/en/03-third.md:2:8: error: "))
    #expect(run.errors.contains("hint: write for example 'order: 3'"))
    #expect(try scratch.read("_site/en/01-first.html").contains("twice two is 4.0"))
    #expect(try scratch.read("_site/en/02-second.html").contains("line 12, column"))
    let third = try scratch.read("_site/en/03-third.html")
    #expect(third.contains("&#39;order&#39; must be a whole number from 0, found &#39;x&#39;"))
    #expect(third.contains("<h1>Untitled chapter</h1>"))
  }

  @Test("tangle prints the chapter's program, dump its tree")
  func tangleAndDump() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "a.md")
    let tangle = try await CommandRun(["tangle", "a.md"], in: scratch.folder)
    #expect(tangle.exitCode == 0)
    #expect(tangle.output.contains("let two = 2.0"))
    #expect(tangle.output.contains("#sourceLocation(file: \"a.md\", line: 12)"))
    let dump = try await CommandRun(["dump", "a.md"], in: scratch.folder)
    #expect(dump.output.contains("double"))
  }

  @Test(
    "render finds the book from inside its folder of chapters too",
    arguments: [("Chapters", "en/a.md"), ("Chapters/en", "a.md"), ("Chapters/zh", "../en/./a.md")])
  func insideTheBook(folder: String, path: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("# A\n\nSo says [@who1999].\n", to: "Chapters/en/a.md")
    try scratch.write("# A\n", to: "Chapters/zh/a.md")
    try scratch.write(
      "@book{who1999, author = {A. Who}, title = {Why}, year = {1999}}\n",
      to: "Chapters/references.bib")
    let run = try await CommandRun(
      ["render", path, "-o", "../page.html"], in: scratch.folder.appending(path: folder))
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test("fragment --plain is CommonMark and nothing else")
  func fragment() async throws {
    let input = "# a\n\n<b>raw</b> `x`\n\n```swift experiment id=a\nprint(1)\n```\n"
    let run = try await CommandRun(["fragment", "--plain"], input: Array(input.utf8))
    #expect(
      run.output == """
        <h1>a</h1>
        <p><b>raw</b> <code>x</code></p>
        <pre><code class="language-swift">print(1)
        </code></pre>

        """)
  }

  @Test(
    "every command explains itself with an example",
    arguments: ["build", "render", "check", "tangle", "dump", "fragment", "new", "clean"])
  func help(command: String) async throws {
    let run = try await CommandRun([command, "--help"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Example: gradbook \(command)"))
  }

  @Test("a chapter that does not exist is named, and nothing is written")
  func missing() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await CommandRun(["render", "none.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("none.md:1:1: error: the chapter cannot be read"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
  }

  @Test("a folder without chapters is told what a book is")
  func noBook() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("has no chapters"))
  }

  @Test("an output folder that cannot be written is a plain error")
  func unwritable() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CommandTests.chapter, to: "a.md")
    let run = try await CommandRun(["render", "a.md", "-o", "a.md/page.html"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("cannot"))
    #expect(try scratch.read("a.md") == CommandTests.chapter)
  }
}
