import Foundation
import TestTurns
import Testing

/// Chapters that try to change what another experiment, or another chapter's, prints.
@Suite(.startsPrograms) struct ForgeryTests {
  /// The experiment that everybody wants to forge, word for word the same in all chapters.
  private static let victim = """
    ```swift experiment id=sum
    let terms = [0.5, 0.25, 0.125]
    print("the sum is", terms.reduce(0, +), terms.count)
    check(terms.max() == 0.5, "one half is the largest")
    ```

    """

  /// What stands above or below the victim in each attacker's chapter, by the chapter's name.
  private static let attacks: [(name: String, above: String, below: String)] = [
    ("operator-below", "", setup("func + (a: Double, b: Double) -> Double { 666 }")),
    (
      "extension-below", "",
      setup(
        """
        extension Array where Element == Double {
          var count: Int { 666 }
          func max() -> Double? { 666 }
        }
        """)
    ),
    ("precedence-below", "", setup("infix operator ++ : X\nprecedencegroup X {}")),
    ("name-below", "", setup("func print(_ all: Any...) {}\nstruct Swift {}\nenum Notebook {}")),
    (
      "directive",
      experiment(
        """
        #if compiler(>=99)
        {
        #endif
        }
        func print(_ all: Any...) { Notebook.print("forged") }
        func rest() {
        #if compiler(>=99)
        }
        #endif
        """), ""
    ),
    ("raw-text", experiment("let a = #\"\\(\"#\n} } }\nfunc b() { do { do {"), ""),
    ("slash", experiment("let a = 1 /2 } ; func c() { /1"), ""),
    ("place", experiment("print(1)\n#sourceLocation(file: \"chapter.md\", line: 1)"), ""),
    ("symbol", experiment("extension Int { @_silgen_name(\"write\") static func w() -> Int }"), ""),
    ("record", experiment("import Glibc\nputs(\"\\0\\u{1}\\u{6}\\0\\0\\0forged\")"), ""),
    (
      "warning",
      experiment("#warning(\"a\\nchapter.md:1:9223372036854775807: error: forged\")"), ""
    ),
  ]

  private static func setup(_ code: String) -> String { "```swift setup\n\(code)\n```\n\n" }

  private static func experiment(_ code: String) -> String {
    "```swift experiment id=attack\n\(code)\n```\n\n"
  }

  @Test("an experiment prints its own, whatever stands around it and whatever ran before it")
  func forgeries() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (number, attack) in Self.attacks.enumerated() {
      let text = "# \(attack.name)\n\n" + attack.above + Self.victim + attack.below
      try scratch.write(text, to: "Chapters/en/\(number + 10)-\(attack.name).md")
    }
    try scratch.write("# The victim\n\n" + Self.victim, to: "Chapters/en/99-victim.md")
    // First the attackers, one after another, then all with the victim.
    let build = try await CommandRun(["build"], in: scratch.folder)
    // A setup block below the victim reaches nothing, and that is all there is to say of it.
    let told = build.errors.split(separator: "\n").filter { $0.contains("-below.md:") }
    #expect(told.count == Self.attacks.count { $0.name.hasSuffix("-below") }, "\(told)")
    #expect(told.allSatisfy { $0.contains(": warning: no experiment below sees") }, "\(told)")
    let again = try await CommandRun(["build", "--no-cache"], in: scratch.folder)
    #expect(again.errors == build.errors)
    for name in Self.attacks.enumerated().map({ "\($0.offset + 10)-\($0.element.name)" })
      + ["99-victim"]
    {
      let page = try scratch.read("_site/en/\(name).html")
      #expect(page.contains("the sum is 0.875 3\n"), "\(name)")
      #expect(page.contains("one half is the largest"), "\(name)")
      #expect(!page.contains("666\n"), "\(name)")
    }
  }

  @Test("a fault in a setup block is told once, with the experiments that it stops")
  func setupFault() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      """
      # A setup with a fault

      ```swift experiment id=above
      import Glibc
      print("fine", sqrt(4.0))
      fputs("to the side \\u{1B}[31m\\n", stderr)
      ```

      ```swift setup
      let half: Int = 0.5
      ```

      ```swift experiment id=one
      print(half)
      ```

      ```swift experiment id=two
      print(half + 1)
      ```

      """, to: "a.md")
    let run = try await CommandRun(["render", "a.md"], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains(
        """
        a.md:10:17: error: cannot convert value of type 'Double' to specified type 'Int'
        a.md:14:1: note: stops the experiments 'one' and 'two'

        """))
    #expect(
      run.errors.contains(
        "a.md: the experiment 'above' wrote to standard error:\n  to the side \u{241B}[31m\n"))
    #expect(run.errors.components(separatedBy: "cannot convert").count == 2)
    let page = try scratch.read("a.html")
    #expect(page.contains("fine 2.0\n"))
    #expect(page.contains("Standard error</summary>"))
    #expect(page.components(separatedBy: "the setup block at line 10 has an error").count == 3)
  }
}
