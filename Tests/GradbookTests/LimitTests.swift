import Foundation
import TestTurns
import Testing

/// Experiments that go beyond what a page can carry, through the real command line.
@Suite(.startsPrograms) struct LimitTests {
  /// Blocks with the line within each that is named, the words of the failure, and what the page shows.
  private static let beyond: [(code: String, line: Int, words: String, shown: String)] = [
    (
      "for i in 0..<102 {\n  print(\"chart \\(i)\")\n  show(LineChart(x: [0, 1], y: [0, 1]))\n}", 3,
      "the experiment shows more than 100 charts", "chart 100"
    ),
    (
      "print(\"first\")\nshow(Table(columns: (0..<3000).map { \"c\\($0)\" }))", 2,
      "the table has 3000 columns; at most 30 are allowed", "first"
    ),
    (
      "var table = Table(\"a\")\nfor i in 0..<1500 { table.addRow(i) }\nprint(\"third\")\nshow(table)",
      4, "the table has 1500 rows; at most 1000 are allowed", "third"
    ),
    (
      "var plot = ContourPlot(x: -1...1, y: -1...1) { $0 * $0 + $1 * $1 }\n"
        + "for i in 0..<500 { plot = plot.trajectory([(0, 0), (1, Double(i))]) }\nshow(plot)", 3,
      "the chart has 501 lines and other marks; at most 100 are allowed", "class=\"failure\""
    ),
    (
      "show(ContourPlot(x: 0...1, y: 0...1, levels: (0..<70).map { Double($0) }) { $0 + $1 })", 1,
      "the chart has 70 contour levels; at most 50 are allowed", "class=\"failure\""
    ),
    (
      "print(\"fourth\")\nprint(String(repeating: \"x\", count: 200_000))", 2,
      "the experiment prints more than 20000 bytes on one line", "fourth"
    ),
    (
      "for i in 0... { print(\"line\", i) }", 1,
      "the experiment prints more than 500000 bytes of text", "line 40000"
    ),
    (
      "for i in 0... { publish(\"a\", i) }", 1, "the experiment publishes more than 1000 values",
      "class=\"failure\""
    ),
    (
      "for i in 0..<60 { _ = knob(\"k-\\(i)\", default: 1, in: 0...2) }", 1,
      "the experiment reads more than 50 knobs", "k-49"
    ),
    (
      "_ = knob(\"d\", default: 1.5, in: 1...2)\n_ = knob(\"d\", default: \"x\", of: [\"x\"])", 2,
      "knob: two knobs named 'd' differ in their default, range or choices", "class=\"failure\""
    ),
    (
      "_ = knob(\"a\", default: 0, in: Int.min...Int.max)", 1,
      "knob: the range of 'a' must lie within -2⁵³ to 2⁵³", "class=\"failure\""
    ),
    (
      "_ = knob(\"a\", default: \"x\", of: [\"x\", \"\"])", 1,
      "knob: a choice of 'a' is empty, or has characters that cannot be shown on one line",
      "class=\"failure\""
    ),
    (
      "struct Late: Error {}\nfunc late() throws {\n  throw Late()\n}\n_ = try? late()\ntry late()",
      3,
      "the experiment trapped: error raised at top level: Late()", "class=\"failure\""
    ),
    (
      "for i in 0... { check(i >= 0, \"step \\(i)\") }", 1,
      "the experiment makes more than 100000 checks", "Checked in all 100000 cases:"
    ),
    (
      "show(LineChart(x: [Double](repeating: 0, count: 500_000), y: []))", 1,
      "the chart has 500000 numbers; at most 400000 are allowed", "class=\"failure\""
    ),
  ]

  @Test("each limit is named at the block's own line, and what came before it is shown")
  func limits() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var text = "# Limits\n"
    var places: [Int] = []
    for (number, block) in Self.beyond.enumerated() {
      text += "\n```swift experiment id=beyond-\(number) timeout=300s\n"
      places.append(text.components(separatedBy: "\n").count - 1 + block.line)
      text += block.code + "\n```\n"
    }
    try scratch.write(text, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    let errors = run.errors.split(separator: "\n")
    let page = try scratch.read("a.html")
    #expect(page.utf8.count < 20_000_000)
    for (number, block) in Self.beyond.enumerated() {
      let isNamed = errors.contains {
        $0.hasPrefix("a.md:\(places[number]):") && $0.hasSuffix(": error: \(block.words)")
      }
      #expect(isNamed, "\(block.words): \(run.errors)")
      let start = try #require(page.range(of: "<div class=\"block\" id=\"beyond-\(number)\">"))
      let rest = page[start.upperBound...]
      let part = rest[..<(rest.range(of: "<div class=\"block\"")?.lowerBound ?? rest.endIndex)]
      // A failure must not print the page.
      let words = block.words.replacing("'", with: "&#39;")
      let (isSaid, isShown) = (part.contains(words), part.contains(block.shown))
      #expect(isSaid && isShown, "\(block.words)")
    }
  }

  @Test("checks of a loop, a knob that a loop reads, and every nan come out as one")
  func gathered() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      # Gathered

      The value is `=loop.lost` and `=loop.words`.

      ```swift experiment id=loop
      for step in 0..<1500 {
        check(knob("rate", default: 0.5, in: 0...1) < 1, "step \\(step) is small")
        check(step % 500 < 499, "step \\(step) is not the last")
      }
      let zero = Double(seed) - 1
      let lost = zero / zero
      let single = Float(lost)
      print(lost, -lost, [lost, -lost], (lost, -single), ["a": -lost], Optional(-lost) as Any)
      print("\\(lost) \\(-lost) \\(single) \\(-single) \\([-lost]) \\(NDArray([-lost, 1]))")
      publish("lost", -lost)
      publish("words", "about \\(-lost)")
      var table = Table("\\(-lost)")
      table.addRow(-lost)
      table.addRow("\\(lost)")
      show(table)
      show(LineChart(x: [0, 1, 2], y: [1, -lost, lost], title: "From \\(-lost)"))
      print("the end")
      ```

      """, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(
      run.errors.hasPrefix(
        "a.md:8:3: error: the claim does not hold in 3 of 1500 cases: step 499 is not the last; "
          + "step 999 is not the last; step 1499 is not the last\n"), "\(run.errors)")
    let page = try scratch.read("a.html")
    #expect(
      page.contains(
        "Checked in all 1500 cases:</span> step 0 is small; step 1 is small; …</p>"))
    #expect(page.contains("this claim does not hold in 3 of 1500 cases:"))
    #expect(page.components(separatedBy: "<p class=\"knob\">").count == 2)
    #expect(
      page.contains(
        "nan nan [nan, nan] (nan, nan) [&quot;a&quot;: nan] Optional(nan)\n"
          + "nan nan nan nan [nan] [nan  1.]\n"))
    #expect(page.contains("the end\n"))
    let output = page.components(separatedBy: "<div class=\"output\"").last ?? ""
    #expect(!output.contains("-nan") && !output.contains("−nan"))
    #expect(page.contains("The value is nan and about nan."))
  }

  @Test("an error at the end of a very long line is shown without the line")
  func longLine() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let long = String(repeating: "a", count: 200_000)
    try scratch.write(
      "# A\n\n\(long) $`\\nothing`$\n\n```swift experiment id=a\nlet \(long) = 1; \(long)b\n```\n",
      to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("a.md:3:200004: error: unknown command '\\nothing'"))
    #expect(run.errors.utf8.count < 2000, "\(run.errors.utf8.count)")

    try scratch.write(
      "# B\n\n```swift experiment id=a\nlet \(long) = 1; print(\(long)b)\n```\n\n"
        + "```swift experiment id=b\nfatalError(\"\(long)\")\n```\n",
      to: "b.md")
    let code = try await CommandRun(["render", "b.md"], in: scratch.folder)
    #expect(code.exitCode == 1)
    #expect(code.errors.contains("b.md:4:200017: error: cannot find 'aaaa"))
    #expect(code.errors.contains("b.md:8:1: error: the experiment trapped: aaaa"))
    #expect(code.errors.utf8.count < 8000, "\(code.errors.utf8.count)")
    #expect(try scratch.read("b.html").utf8.count < 1_500_000)
  }

  @Test("Of a file's errors the first 500 are listed, and the others counted")
  func manyErrors() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let values = (1...510).map { "A value `=none.v\($0)`.\n\n" }.joined()
    try scratch.write("# Many\n\n\(values)", to: "many.md")
    let run = try await CommandRun(["render", "many.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count { $0.contains(": error: ") } == 500, "\(run.errors.prefix(500))")
    #expect(lines.last == "many.md: 10 more are not listed, 10 of them errors")
  }
}
