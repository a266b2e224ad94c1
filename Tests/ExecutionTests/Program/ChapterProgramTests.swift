import BookModel
import Testing

@testable import Execution

@Suite struct ChapterProgramTests {
  private let blocks = chapter(
    path: "a\"\\\n.md", seed: 7, .setup("import Foo\nlet a = 1"),
    .experiment("one", "import Bar\nprint(a)"), .experiment("not", "print(0)", norun: true),
    .setup("let b = 2", column: 4), .experiment("two", "print(\n\n  b)", column: 3))

  @Test("The file of a chapter has setup blocks in scopes, and experiments that run when named")
  func wholeChapter() {
    #expect(ChapterProgram(blocks).source == wholeChapterText)
  }

  private let wholeChapterText = ##"""
    import Notebook
    let seed = gradbookSeed(7)
    #sourceLocation(file: "a\"\\\u{a}.md", line: 11)
    import Foo
    #sourceLocation()
    #sourceLocation(file: "a\"\\\u{a}.md", line: 31)
    import Bar
    #sourceLocation()
    func gradbookRun() throws -> GradbookEnd {
    do {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 11)
    \##("          ")
    let a = 1

    #sourceLocation()
    func gradbookExperiment1() throws {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 31)
    \##("          ")
    print(a)

    #sourceLocation()
    }
    if gradbookChooses("one") { try gradbookExperiment1() }
    do {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 71)
       let b = 2

    #sourceLocation()
    func gradbookExperiment4() throws {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 91)
      print(

        b)

    #sourceLocation()
    }
    if gradbookChooses("two") { try gradbookExperiment4() }
    }
    }
    return .gradbookReached
    }
    startNotebook()
    _ = try gradbookRun()

    """##

  @Test("A program holds the setup blocks above an experiment and itself, at lines of its own")
  func oneExperiment() {
    #expect(ChapterProgram(blocks, experiment: "two")?.source == oneExperimentText)
    #expect(ChapterProgram(blocks, experiment: "three")?.source == nil)
    let first = ChapterProgram(blocks, experiment: "one")?.source ?? ""
    #expect(!first.contains("let b") && first.contains("import Bar"))
  }

  private let oneExperimentText = ##"""
    import Notebook
    let seed = gradbookSeed(7)
    #sourceLocation(file: "chapter.md", line: 1)
    import Foo
    #sourceLocation()
    func gradbookRun() throws -> GradbookEnd {
    do {
    #sourceLocation(file: "chapter.md", line: 1)
    \##("          ")
    let a = 1

    #sourceLocation()
    do {
    #sourceLocation(file: "chapter.md", line: 3)
    let b = 2

    #sourceLocation()
    func gradbookExperiment() throws {
    #sourceLocation(file: "chapter.md", line: 4)
    print(

      b)

    #sourceLocation()
    }
    try gradbookExperiment()
    return .gradbookReached
    }
    }
    }
    startNotebook()
    do { gradbookFinish(try gradbookRun()) } catch { gradbookThrow(error) }

    """##

  @Test("Nothing in a text can close its literal, and no control character stands in it")
  func literal() {
    let literal = ProgramText.literal("a\"\\b\n\u{7F}é")
    #expect(String(decoding: literal, as: UTF8.self) == #""a\"\\b\u{a}\u{7f}é""#)
  }

  @Test("A position of a program stands at its block's place in the chapter, and nowhere else")
  func places() {
    let units = ChapterUnits(blocks)
    let island = Island(units.experiments[1], in: units)
    func place(_ line: Int, _ column: Int) -> String? {
      island.range(of: .init(line: line, column: column)).map {
        "\($0.start.line):\($0.start.column)"
      }
    }
    #expect(place(1, 1) == "11:1")
    #expect(place(2, 5) == "12:5")
    #expect(place(3, 5) == "71:8")
    #expect(place(4, 1) == "91:3")
    #expect(place(6, 3) == "93:5")
    // Past the end of its line, and on the line after the last.
    #expect(place(6, 1000) == "93:7")
    #expect(place(7, 1) == "93:3")
    #expect(place(8, 1) == nil)
    #expect(place(0, 1) == nil)
    #expect(place(.max, .max) == nil)
  }

  @Test("A type moves to file scope only when an extension needs it, directly or through another")
  func typesThatMove() {
    let units = ChapterUnits(
      chapter(
        .setup("struct Kept {}\nstruct Inner {}\nstruct Outer { var i: Inner }"),
        .setup("extension Outer { func f() {} }"), .experiment("x", "")))
    let pieces = FileScopePieces(units.units.map(\.block))
    let moved = pieces.pieces.map { piece in
      String(decoding: Array(units.units[piece.block].block.code.utf8)[piece.range], as: UTF8.self)
    }
    #expect(
      moved == [
        "struct Inner {}", "struct Outer { var i: Inner }", "extension Outer { func f() {} }",
      ])
  }

  @Test("A directive that changes places is refused where it stands; the value #line is not")
  func refusals() {
    let units = ChapterUnits(
      chapter(
        .experiment("early", "print(#line)"),
        .setup("let a = 1\n  #sourceLocation(file: \"x\", line: 1)\n  #line 7 \"x\"")))
    let findings = ProgramChecks.findings(in: units).map { "\($0.unit.index) \($0.diagnostic)" }
    #expect(
      findings == [
        """
        1 Chapters/en/09-test.md:32:3: error: '#sourceLocation' cannot stand in a block that runs
          hint: remove it: Gradbook itself gives every line its place in the chapter
        """,
        """
        1 Chapters/en/09-test.md:33:3: error: '#line' cannot stand in a block that runs
          hint: remove it: Gradbook itself gives every line its place in the chapter
        """,
      ])
  }
}
