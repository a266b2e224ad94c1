import Testing

@testable import Execution

@Suite struct ChapterProgramTests {
  @Test("Setup blocks open scopes, experiments run when named, every line knows its place")
  func golden() {
    let program = ChapterProgram(
      chapter(
        path: "a\"\\\n.md", seed: 7, .setup("import Foo\nlet a = 1"),
        .experiment("one", "print(a)"), .experiment("not", "print(0)", norun: true),
        .setup("let b = 2", column: 4), .experiment("two", "print(\n\n  b)", column: 3)))
    #expect(program.source == expected)
  }

  private let expected = ##"""
    import Notebook
    let seed: UInt64 = 7
    #sourceLocation(file: "a\"\\\u{a}.md", line: 11)
    import Foo
    #sourceLocation()
    @inline(never) func runChapter(_ chosenExperiment: String) throws {
    do {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 11)
    \##("          ")
    let a = 1

    #sourceLocation()
    @inline(never) @_optimize(none) func gradbookExperiment1() throws {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 31)
    print(a)

    #sourceLocation()
    }
    if chosenExperiment == "one" { try gradbookExperiment1() }
    do {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 71)
       let b = 2

    #sourceLocation()
    @inline(never) @_optimize(none) func gradbookExperiment4() throws {
    #sourceLocation(file: "a\"\\\u{a}.md", line: 91)
      print(

        b)

    #sourceLocation()
    }
    if chosenExperiment == "two" { try gradbookExperiment4() }
    }
    }
    }
    startNotebook()
    try runChapter(CommandLine.arguments.last ?? "")

    """##

  @Test("A type moves to file scope only when an extension needs it, directly or through another")
  func typesThatMove() {
    let units = ChapterUnits(
      chapter(
        .setup("struct Kept {}\nstruct Inner {}\nstruct Outer { var i: Inner }"),
        .setup("extension Outer { func f() {} }"), .experiment("x", "")))
    let moved = ChapterProgram.moved(units.units).map { unit, range in
      String(decoding: Array(unit.block.code.utf8)[range], as: UTF8.self)
    }
    #expect(
      moved == [
        "struct Inner {}", "struct Outer { var i: Inner }", "extension Outer { func f() {} }",
      ])
  }

  @Test("Only the experiments that are asked for and the setup blocks above them are included")
  func parts() {
    let units = ChapterUnits(
      chapter(
        .setup("let first = 1"), .experiment("a", "use(1)"), .experiment("b", "use(2)"),
        .setup("let second = 1"), .experiment("c", "use(3)")))
    let source = ChapterProgram(units, running: ["b"], fileName: "x.md").source
    #expect(source.contains("let first"))
    #expect(source.contains("use(2)"))
    for absent in ["use(1)", "use(3)", "let second"] { #expect(!source.contains(absent)) }
  }

  @Test("A moved type of a later setup block and #sourceLocation are refused at their places")
  func refusals() {
    let units = ChapterUnits(
      chapter(
        .experiment("early", "let a = 1\n  print(Later(), x.Later)"),
        .experiment("own", "struct Later {}\nprint(Later())"),
        .setup("struct Later {}\nextension Later {}\n  #sourceLocation(file: \"x\", line: 1)")))
    let findings = ProgramChecks.findings(in: units).map { "\($0.block) \($0.diagnostic)" }
    #expect(
      findings == [
        """
        2 Chapters/en/09-test.md:53:3: error: '#sourceLocation' cannot stand in a block that runs
          hint: remove it: Gradbook itself gives every line its place in the chapter
        """,
        """
        0 Chapters/en/09-test.md:12:9: error: 'Later' is declared by a setup block below this one
        Chapters/en/09-test.md:51:1: note: the setup block that declares 'Later'
          hint: a block sees only the setup blocks above it: move the declaration up
        """,
      ])
  }
}
