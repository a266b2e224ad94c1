import Foundation
import TestTurns
import Testing

/// Chapters that mean no good, or no sense, through the real command line.
@Suite(.startsPrograms) struct HostileChapterTests {
  /// What would run if it got into a page as it stands.
  static let payloads = [
    "<svg onload=alert(1)>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "</pre></code></div><iframe src=//evil>", "\"\u{301} onmouseover=\"alert(1)", "]]><u>",
    "--><u>",
  ]

  /// A strict look at a page: only tags and links of ours, and no character that turns text around.
  private func expectHarmless(_ page: String) {
    let bytes = Array(page.utf8)
    #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 })
    for scalar in page.unicodeScalars {
      let value = scalar.value
      let isInvisible =
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        || (0x7F...0x9F).contains(value) || value == 0x200E || value == 0x200F
      if isInvisible { Issue.record("U+\(String(value, radix: 16)) in the page") }
    }
    for tag in ["iframe", "object", "embed", "img src=x", "u>", "base", "form"] {
      #expect(!page.contains("<\(tag)"), "\(tag)")
    }
    for text in ["onload=", "onerror=", "onmouseover="] {
      // By bytes: a '>' with an accent would be another Character.
      for part in bytes.split(separator: UInt8(ascii: "<")).dropFirst() {
        // What stands between quotes is a value.
        let pieces = part.prefix { $0 != UInt8(ascii: ">") }.split(
          separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        let names = pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        let tag = String(decoding: Array(names.joined(separator: [0x20])), as: UTF8.self)
        #expect(!tag.contains(" \(text)"), "\(tag.prefix(80))")
      }
    }
    for attribute in ["href=\"", "src=\""] {
      for part in page.components(separatedBy: attribute).dropFirst() {
        let target = part.prefix { $0 != "\"" }.lowercased()
        let scheme = target.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
        let isFine =
          !scheme.contains(":") || target == "data:,"
          || ["http:", "https:", "mailto:"].contains { scheme.hasPrefix($0) }
        #expect(isFine && !target.hasPrefix("//"), "\(target)")
      }
    }
    // Each script is one whose fingerprint the page knows.
    #expect(
      page.components(separatedBy: "<script").count
        == page.components(separatedBy: "'sha256-").count)
  }

  @Test("whatever a block puts out is text in the page")
  func outputs() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let list = Self.payloads.map { "\"\($0.replacingOccurrences(of: "\"", with: "\\\""))\"" }
    try scratch.write(
      """
      # Outputs

      Inline: `=all.evil`.

      ```swift setup
      import Glibc
      ```

      ```swift experiment id=all
      let payloads = [\(list.joined(separator: ", "))]
      for payload in payloads { print(payload) }
      print(String(String.UnicodeScalarView((0..<32).map { Unicode.Scalar(UInt8($0)) })))
      print("\\u{202E}turned\\u{2066}\\u{2069}\\u{200F}\\u{85}\\u{FEFF}\\u{1B}[31mred\\u{1B}[0m\\u{7F}")
      for byte in [0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x0A] as [Int32] { putchar(byte) }
      let all = payloads.joined() + "\\u{202E}\\u{0}"
      var table = Table(all, "b", caption: all)
      table.addRow(all, 1)
      show(table)
      show(LossCurve([3, 2, 1], epochs: 2, title: all))
      publish("evil", all)
      check(true, all)
      _ = knob("a", default: all, of: [all, "b"])
      ```

      ```swift experiment id=fails
      check(seed < 0, "\\u{1B}[31m<svg onload=alert(1)>\\u{202E}")
      fatalError("\\u{1B}[31m<svg onload=alert(1)>\\u{202E}")
      ```

      """, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(!run.errors.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "\(run.errors)")
    #expect(!run.errors.contains("\u{202E}"))
    let page = try scratch.read("a.html")
    expectHarmless(page)
    #expect(page.components(separatedBy: "&lt;svg onload=alert(1)&gt;").count > 3)
  }

  @Test("whatever a chapter's text says is text in the page, and no link runs anything")
  func text() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let payload = String(
      String.UnicodeScalarView(Self.payloads.joined().unicodeScalars.filter { $0 != "\"" }))
    let links = [
      "java\tscript:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
      " JAVASCRIPT:alert(1)", "data:text/html,<script>", "vbscript:x", "//evil.example/x",
      "\\\\evil.example", "file:///etc/passwd", "x\" onmouseover=\"alert(1)", "\u{1}javascript:x",
    ]
    try scratch.write(
      """
      ---
      title: "\(payload)"
      summary: "\(payload)"
      ---
      # \(Self.payloads.joined(separator: " "))

      \(Self.payloads.joined(separator: "\n\n"))

      \(links.map { "[a](<\($0)>) [b](\($0)) ![c](\($0)) <\($0)>" }.joined(separator: "\n\n"))

      [t](x "\(payload)")

      # __proto__
      # constructor
      # "\u{301} onmouseover="alert(1)
      # !!!

      ```swift experiment id=hostile
      //| caption: \(payload)
      //| alt: \(payload)
      show(LineChart(x: [0, 1], y: [0, 1]))
      ```

      """, to: "Chapters/en/a.md")
    let run = try await CommandRun(["build"], in: scratch.folder)
    // Images and files that are not there are named, and HTML; nothing else is wrong.
    #expect(run.exitCode == 1)
    for line in run.errors.split(separator: "\n") where !line.hasPrefix("  hint: ") {
      let told = [": the image '", ": warning: the file '", ": warning: the HTML '"]
      #expect(told.contains { line.contains($0) }, "\(line)")
    }
    #expect(!run.errors.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "\(run.errors)")
    for page in ["_site/en/a.html", "_site/index.html", "_site/book.html"] {
      expectHarmless(try scratch.read(page))
    }
  }

  @Test("a block that meddles with the program around it is refused at its place; others run")
  func meddling() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let blocks = [
      "} }", "print(1) } func other() {", "\"unfinished", "/* unfinished", "#if DEBUG", "#endif",
      "#sourceLocation(file: \"/etc/passwd\", line: 1)\nlet x: Int = \"\"",
      "#sourceLocation()\nlet x: Int = \"\"", "import Foundation", "@main struct A {}",
      "extension Int { var b: Int { 1 } }", "\"\"\"\nunfinished", "let `class = 1", ")", "]",
    ]
    for (number, block) in blocks.enumerated() {
      try scratch.write(
        """
        # Meddling

        ```swift experiment id=bad
        \(block)
        ```

        ```swift experiment id=good
        print("good \(number % 2)")
        ```

        """, to: "Chapters/en/\(number).md")
    }
    // What belongs to file scope is put there.
    let sound = ["import Foundation", "extension Int { var b: Int { 1 } }"]
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for (number, block) in blocks.enumerated() {
      let place = "Chapters/en/\(number).md:"
      let errors = run.errors.split(separator: "\n").filter { $0.hasPrefix(place) }
      #expect(errors.isEmpty == sound.contains(block), "\(block): \(errors)")
      for error in errors where error.contains(": error: ") {
        let line = error.dropFirst(place.count).prefix { $0 != ":" }
        #expect((3...6).contains(Int(line) ?? 0), "\(block): \(error)")
      }
      let page = try scratch.read("_site/en/\(number).html")
      #expect(page.contains("good \(number % 2)"), "\(block)")
    }
    #expect(!run.errors.contains("/etc/passwd:"))
  }

  @Test("any file name works or is refused in words")
  func names() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let names = [
      "a\"b", "a'b", "a\nb", "a\\b", "$(touch x)", "-o", "a%2e%2eb", "第一章", "a b", "#a", "<b>",
      String(repeating: "x", count: 240), "a?b", "a..a",
    ]
    for name in names {
      try scratch.write(
        "# A\n\n```swift experiment id=a\nprint([1, 2][5 + Int(seed) - Int(seed)])\n```\n",
        to: "Chapters/en/\(name).md")
    }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.components(separatedBy: "index out of range").count == names.count + 1)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: scratch.file("_site/en").path
    ).filter { $0.hasSuffix(".html") }
    #expect(pages.count == names.count)
    expectHarmless(try scratch.read("_site/index.html"))
    for page in pages { expectHarmless(try scratch.read("_site/en/\(page)")) }
    #expect(!FileManager.default.fileExists(atPath: scratch.file("x").path))
  }

  @Test("chapters that are far too large or too deep are refused, or rendered, within seconds")
  func sizes() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let million = 1_000_000
    func line(_ text: String, _ count: Int) -> [UInt8] {
      Array((String(repeating: text, count: count) + "\n").utf8)
    }
    let chapters: [String: [UInt8]] = [
      "large": line("word ", 21 * million), "quotes": line(">", million),
      "brackets": line("[", million / 5), "stars": line("*a_ ", million / 20),
      "images": line("![", million / 10), "pipes": line("|", million),
      "lists": line("- ", 100_000), "headings": line("# Same\n", 2000),
      "matter": Array("---\ntitle: x\nsummary: ".utf8) + line("y", 10 * million)
        + Array("---\n".utf8),
      "aliases": Array(
        ("---\na: &a [x,x,x,x,x,x,x,x,x]\n"
          + "bcdefghij".map {
            "\($0): &\($0) [\(repeatElement("*a", count: 9).joined(separator: ","))]"
          }
          .joined(separator: "\n") + "\n---\n").utf8),
      "fences": line("```\n", 100_001), "long": Array("[a](".utf8) + line("x", million),
    ]
    for (name, bytes) in chapters {
      try scratch.write("", to: "Chapters/en/\(name).md")
      try Data(bytes).write(to: scratch.file("Chapters/en/\(name).md"))
    }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1, "\(run.errors.prefix(2000))")
    #expect(run.errors.contains("Chapters/en/large.md:1:1: error: "), "\(run.errors.prefix(2000))")
    #expect(run.errors.utf8.count < 100_000)
  }

  @Test("text that is not UTF-8 is refused with its place; line ends and marks do not matter")
  func encodings() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = "# A\n\n```swift experiment id=a\nprint(\"a\")\n```\n"
    let bad: [String: (bytes: [UInt8], place: String)] = [
      "utf8": (Array("# A\nab".utf8) + [0xFF, 0x0A], "2:3"),
      "overlong": (Array("# A\n".utf8) + [0xC0, 0xAF, 0x0A], "2:1"),
      "cut": (Array("# A\n\na".utf8) + [0xE2, 0x82], "3:2"),
      "cr": (Array("# A\rb\n".utf8), "1:4"),
      "nul": (Array("# A\nabc\0\n".utf8), "2:4"),
      "utf16": ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, "1:1"),
    ]
    let good: [String: [UInt8]] = [
      "bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      "crlf": Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
      "plain": Array(text.utf8),
    ]
    for (name, bytes) in good.merging(bad.mapValues(\.bytes), uniquingKeysWith: { $1 }) {
      try scratch.write("", to: "Chapters/en/\(name).md")
      try Data(bytes).write(to: scratch.file("Chapters/en/\(name).md"))
    }
    let run = try await CommandRun(["build"], in: scratch.folder)
    #expect(run.exitCode == 1)
    for (name, chapter) in bad {
      let place = "Chapters/en/\(name).md:\(chapter.place): error: "
      #expect(run.errors.contains(place), "\(place) \(run.errors)")
    }
    for (name, bytes) in good {
      #expect(!run.errors.contains("/\(name).md"), "\(run.errors)")
      #expect(try scratch.read("_site/en/\(name).html").contains(">a\n<"), "\(name)")
      #expect(try Data(contentsOf: scratch.file("Chapters/en/\(name).md")) == Data(bytes))
    }
    let fragment = try await CommandRun(["fragment", "--plain"], input: [0x61, 0x0A, 0xFF])
    #expect(fragment.exitCode == 1)
    #expect(fragment.errors.contains("2:1"), "\(fragment.errors)")
    #expect(fragment.output.isEmpty)
  }

  @Test("a layer of the sandbox that is missing is named once; where all are required, none runs")
  func sandbox() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(CacheFaultTests.chapter, to: "a.md")
    for (layer, words) in [
      ("landlock", "Landlock"), ("seccomp", "seccomp"), ("network", "network namespace"),
      ("processes", "process namespace"), ("mounts", "mount namespace"),
    ] {
      let environment = ["GRADBOOK_SANDBOX_WITHOUT": layer]
      let warned = try await CommandRun(
        ["render", "--no-cache", "a.md"], in: scratch.folder, environment: environment)
      #expect(warned.exitCode == 0, "\(warned.errors)")
      let warnings = warned.errors.split(separator: "\n").filter { $0.contains("warning: ") }
      #expect(warnings.count == 1 && warnings[0].contains(words), "\(warned.errors)")
      let refused = try await CommandRun(
        ["render", "--no-cache", "--require-sandbox", "a.md", "-o", "b.html"], in: scratch.folder,
        environment: environment)
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains(words), "\(refused.errors)")
      #expect(try !scratch.read("b.html").contains("first 1.0"))
    }
    let open = try await CommandRun(
      ["render", "--no-cache", "--no-sandbox", "a.md"], in: scratch.folder)
    #expect(open.exitCode == 0)
    #expect(open.errors.contains("warning: the experiments run without a sandbox"))
  }

  @Test("an experiment that Markdown takes for raw HTML does not vanish in silence")
  func rawHTML() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      # A

      <div>
      ```swift experiment id=a
      print(1)
      ```
      </div>

      > ```swift experiment id=b
      > print("in a quote")
      > ```

      """, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.errors.contains("a.md:4:1: warning: "), "\(run.errors)")
    #expect(try scratch.read("a.html").contains("in a quote\n<"), "\(run.errors)")
  }
}
