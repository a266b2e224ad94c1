import Foundation
import TestTurns
import Testing

/// Everything that an experiment can put out, from the block to the page.
@Suite(.startsPrograms) struct OutputCommandTests {
  static let chapter = """
    # Outputs

    The rate is `=all.rate %.3f`, by `=all.how`.

    ```swift experiment id=all
    let rate = knob("learning-rate", default: 0.2, in: 0.001...2)
    let how = knob("decay", default: "step", of: ["step", "<exp>"])
    let size = knob("batch-size", default: 10, in: 1...1000)
    for step in 1...4 { progress(step, of: 4) }
    publish("rate", rate)
    publish("how", how)
    check(rate < 1, "the rate is below one")
    var table = Table("run", "loss", caption: "Both runs")
    table.addRow("one", 12.5)
    table.addRow("two", 0.125 * Double(size))
    show(table)
    ```

    ```swift experiment id=boom expect=trap
    print([1, 2, 3][Int(seed) + 6])
    ```

    ```swift experiment id=refused expect=compile-error
    let wrong: Int = "no"
    ```

    """

  @Test("claims, values, knobs, tables and expected failures are in the page")
  func page() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.chapter, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try scratch.read("a.html")
    #expect(page.contains("The rate is 0.200, by step."))
    #expect(page.contains("Checked:</span> the rate is below one"))
    #expect(page.contains("class=\"name\">learning-rate</span>"))
    #expect(page.contains("<td>12.5\u{2007}</td>") && page.contains("<td>1.25</td>"))
    #expect(page.contains("(of step, &lt;exp&gt;)"))
    #expect(page.contains("As expected, at line 20, column"))
    #expect(page.contains("As expected, at line 24, column 18:"))
  }

  @Test("--set turns a knob without the compiler, and names a claim that no longer holds")
  func turning() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.chapter, to: "a.md")
    try await CommandRun(["render", "a.md", "-o", "first.html"], in: scratch.folder)
    let run = try await CommandRun(
      [
        "render", "a.md", "--timings", "--set", "learning-rate=1.5", "--set", "decay=<exp>",
        "-o", "a.html",
      ], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("a.md:12:1: error: the claim does not hold: the rate is below one"))
    #expect(run.errors.contains("run all"))
    #expect(!run.errors.contains("compile"))
    let page = try scratch.read("a.html")
    #expect(page.contains("The rate is 1.500, by &lt;exp&gt;."))
    #expect(page.contains("Line 12, column 1: this claim does not hold:"))
    try await CommandRun(["render", "a.md", "-o", "again.html"], in: scratch.folder)
    #expect(try scratch.read("again.html") == scratch.read("first.html"))
  }

  @Test("a knob that is not there and a value that nobody publishes are named, with a near miss")
  func nearMisses() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      Self.chapter.replacingOccurrences(of: "=all.how", with: "=all.hov"), to: "a.md")
    let run = try await CommandRun(
      ["render", "a.md", "--set", "lerning-rate=1"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("no experiment of this chapter reads a knob 'lerning-rate'"))
    #expect(run.errors.contains("did you mean 'learning-rate'?"))
    #expect(run.errors.contains("a.md:3:35: error: the experiment 'all' publishes no 'hov'"))
    #expect(run.errors.contains("did you mean 'how'?"))
    #expect(try scratch.read("a.html").contains("[no value: all.hov]"))
  }
}
