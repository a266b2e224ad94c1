import BookModel
import Files
import TestTurns
import Testing

@testable import Execution

/// Each of these starts the compiler, so each asks several things of one chapter.
@Suite(.serialized, .startsPrograms) struct ExecutorTests {
  @Test("Every experiment ends in its own way, at its own place, and takes no other down")
  func endings() async {
    let chapter = chapter(
      .setup("func pick(_ i: Int) -> Int { [1, 2, 3][i] }\nlet zero = Int(seed) - 1"),
      .experiment("good", "print(\"sum\", (Numbers([1, 2]) + Numbers([3, 4])).values)"),
      .experiment("wrong", "let x: Int = \"no\"\nprint(x)", column: 3),
      .experiment("trap", "print(\"before\")\nprint(pick(zero + 7))"),
      .experiment("fault", "let a = Numbers([1])\n_ = a + Numbers([1, 2])", column: 5),
      .experiment(
        "loop", "print(\"on\")\nwhile true {\n_ = Numbers([1]) + Numbers([2]) }", timeout: 2),
      .experiment("flood", "while true { print(String(repeating: \"0123456789\", count: 100)) }"),
      .experiment("exit", "exit(3)"))
    let run = await Executor.testing(use: .afresh).run(withGlibc(chapter))
    let texts = run.results.mapValues(\.text)
    #expect(run.results["good"] == ExperimentResult(outputs: [.text("sum [4.0, 6.0]\n")]))
    #expect(texts["trap"] == "before\n")
    #expect(texts["loop"] == "on\n")
    #expect(texts["flood"]?.utf8.count == 500_000)
    let failures = run.results.mapValues { $0.failure?.description }
    #expect(
      failures["wrong"]
        == """
        Chapters/en/09-test.md:51:16: error: cannot convert value of type 'String' to specified \
        type 'Int'
        """)
    #expect(
      failures["trap"]
        == """
        Chapters/en/09-test.md:12:39: error: the experiment trapped: index out of range
        Chapters/en/09-test.md:72:7: note: called from here
          hint: indices run from 0 to count - 1
        """)
    #expect(
      failures["fault"]
        == """
        Chapters/en/09-test.md:92:11: error: add: shapes (1) and (2) do not fit
          hint: look at the shapes and the numbers that go in: print them just before this line
        """)
    #expect(run.results["loop"]?.failure?.message == "the experiment did not end within 2 s")
    // A backtrace from within the system's library may end there.
    #expect([112, 113].contains(run.results["loop"]?.failure?.range?.start.line))
    #expect(
      run.results["flood"]?.failure?.message == "the experiment put out more than 8 MB")
    #expect(
      run.results["exit"]?.failure?.message == "the experiment ended with status 3, expected 0")
    #expect(run.results.values.compactMap(\.failure).count == 6)
    #expect(Set(run.diagnostics) == Set(run.results.values.compactMap(\.failure)))
  }

  @Test("A trap's reason and the text on standard error have no address of a block's type")
  func localTypes() async {
    let run = await Executor.testing(use: .comparing).run(
      withGlibc(
        chapter(
          .setup("struct Point { var x = 1 }\nstruct Far: Error { var points = [Point()] }"),
          .experiment("throws", "fputs(\"\\([Point()])\\n\", stderr)\nthrow Far()"))))
    let result = run.results["throws"]
    #expect(result?.standardError == "[Point(x: 1)]\n")
    #expect(
      result?.failure?.message
        == "the experiment trapped: error raised at top level: Far(points: [Point(x: 1)])")
  }

  @Test("What could end a program early, or change it unseen, is refused or said")
  func unseen() async {
    let run = await Executor.testing(use: .comparing).run(
      chapter(
        .setup("#if false\nextension Int { var doubled: Int { 42 } }\n#endif"),
        .experiment(
          "condition", "extension Int { var tripled: Int { 3 * self } }; print(2.tripled)"),
        .experiment("unread", "print(1.doubled)"),
        .experiment("text", "let text = #/ \n  a } b\n/#\nprint(\"text\")"),
        .setup("if seed > 0 { return .init() }"),
        .experiment("returned", "print(1)"),
        .experiment("trap", "print(\"never\")", expect: .trap),
        .experiment("attribute", "extension Int { @ _section(\"a\") static let a = 1 }"),
        .experiment("space", "return\u{A0}GradbookEnd()")))
    #expect(run.results["condition"]?.text == "6\n")
    #expect(run.results["text"]?.text == "text\n")
    let failures = run.results.mapValues { $0.failure?.message ?? "" }
    #expect(failures["unread"] == "value of type 'Int' has no member 'doubled'")
    #expect(run.diagnostics.contains { $0.message.contains("initializer is inaccessible") })
    #expect(failures["attribute"] == "'@_section' cannot stand in a block that runs")
    #expect(failures["space"] == "'GradbookEnd' cannot be used in a block that runs")
  }

  @Test("A trap is the expected one where the experiment is, or what it calls, not a setup block")
  func setupTrap() async {
    let run = await Executor.testing(use: .afresh).run(
      chapter(
        .setup("func pick(_ i: Int) -> Int { [1, 2, 3][i] }"),
        .experiment("own", "print(pick(7))", expect: .trap),
        .setup("let number = Int(\"x\")!"),
        .experiment("above", "print(number)", expect: .trap)))
    #expect(run.results["own"]?.failure == nil)
    #expect(run.results["above"]?.failure?.message.contains("found nil") == true)
  }

  @Test("An experiment that stands alone does not see the setup blocks, and stays when they change")
  func standalone() async {
    func chapter(_ setup: String) -> Chapter {
      ExecutionTests.chapter(
        .setup(setup),
        .experiment("alone", "let pick = 2\nprint(pick + Int(seed))", standalone: true),
        .experiment("missing", "print(pick(1))", standalone: true),
        .experiment("below", "print(pick(1))"))
    }
    let executor = Executor.testing()
    let run = await executor.run(chapter("func pick(_ i: Int) -> Int { i + 40 }"))
    #expect(run.results["alone"]?.text == "3\n")
    #expect(run.results["below"]?.text == "41\n")
    #expect(
      run.results["missing"]?.failure?.description
        == """
        Chapters/en/09-test.md:51:7: error: cannot find 'pick' in scope
          hint: 'pick' stands in a setup block, which a 'standalone' experiment does not see
        """)
    let broken = await executor.run(chapter("func pick(_ i: Int) -> Int { i + }"))
    #expect(broken.results["alone"] == run.results["alone"])
    #expect(broken.results["below"]?.failure != nil)
    let refused = await executor.run(chapter("#sourceLocation(file: \"a\", line: 1)"))
    #expect(refused.results["alone"] == run.results["alone"])
    #expect(refused.results["below"]?.failure != nil)
  }

  @Test("An extension that uses a block's variable is told that it does not see it")
  func outsideBlocks() async {
    let run = await Executor.testing().run(
      chapter(
        .setup("let factor = 3"),
        .experiment(
          "scaled", "extension Int {\n  var scaled: Int { self * factor }\n}\nprint(2.scaled)"),
        .experiment("missing", "print(fctor)")))
    let failures = run.results.mapValues { $0.failure?.description ?? "" }
    #expect(
      failures["scaled"]
        == """
        Chapters/en/09-test.md:32:28: error: cannot find 'factor' in scope
          hint: extensions and operators stand outside all blocks and do not see 'factor': pass it to them
        """)
    #expect(failures["missing"]?.contains("outside all blocks") == false)
  }

  @Test("A setup block that no experiment sees gets a warning")
  func unseenSetup() async {
    let run = await Executor.testing().run(
      chapter(
        .setup("let a = 1"), .experiment("alone", "print(1)", standalone: true),
        .setup("let b: Int = nil"), .experiment("later", "print(b)", norun: true),
        .setup("let c: Int = nil")))
    #expect(
      run.diagnostics.map(\.description) == [
        """
        Chapters/en/09-test.md:90:1: warning: no experiment below sees this setup block: it is \
        neither compiled nor run
          hint: experiments that it is for stand below it; code that is only shown is a block \
        '```swift'
        """
      ])
  }

  @Test("No block tells the linker what to do")
  func linkerOptions() async throws {
    let chapter = chapter(
      .experiment(
        "section",
        """
        extension Int {
          @section(".swift1_autolink_entries") @used
          static let forged: (UInt8, UInt8, UInt8) = (45, 118, 0)
        }
        """))
    let refused = await Executor.testing(use: .afresh).run(chapter)
    #expect(
      refused.results["section"]?.failure?.message
        == "'@section' cannot stand in a block that runs")
    // What gets past the check gets no further.
    let units = ChapterUnits(chapter)
    let source = ExperimentProgram(Island(units.experiments[0], in: units)).source
    let environment = Executor.testing().environment
    let tools = try await environment.findTools().get()
    let library = try await environment.library(tools.engine).get()
    let usual = await environment.compiler(tools.engine, library, tools.limits)
    let folder = try TemporaryFolder()
    for (index, way) in ["resident", "frontend", "driver"].enumerated() {
      var compiler = usual
      if way != "resident" { compiler.residents = nil }
      if way == "driver" { compiler.plans = nil }
      let outcome = await compiler.compile(
        source, .none, in: folder.path + "/\(index)", isOneOfMany: true)
      #expect(outcome.namesOptions, "\(way)")
      #expect(outcome.program == nil)
      let plain = await compiler.compile(
        "print(1)\n", .none, in: folder.path + "/plain\(index)", isOneOfMany: true)
      #expect(plain.program != nil, "\(way)")
    }
  }

  private func withGlibc(_ chapter: Chapter) -> Chapter {
    var chapter = chapter
    chapter.blocks[0].code = "import Glibc\n" + chapter.blocks[0].code
    return chapter
  }

  @Test("A setup block is seen below it and not above, and a change in one experiment in no other")
  func islands() async {
    let run = await Executor.testing(use: .afresh).run(
      chapter(
        .setup("var count = 1\nstruct Pair { var a = 1 }\nextension Pair { var b: Int { a + 1 } }"),
        .experiment("first", "count += 1\nprint(count, Pair().b)"),
        .experiment("early", "print(later)"),
        .setup("let later = count + 10\nvar unused = 3"),
        .experiment("second", "count += 1\nlet notUsed = 1\nprint(count, later)")))
    #expect(run.results["first"]?.text == "2 2\n")
    #expect(run.results["second"]?.text == "2 11\n")
    #expect(
      run.diagnostics.map(\.description) == [
        """
        Chapters/en/09-test.md:51:7: error: cannot find 'later' in scope
          hint: a block sees the engine and the setup blocks above it, and nothing else
        """
      ])
  }

  @Test("An error in a setup block is told once, with the experiments that it stops")
  func setupError() async {
    let run = await Executor.testing(use: .afresh).run(
      chapter(
        .experiment("above", "print(1)"), .setup("let broken: Int = 1.5"),
        .experiment("below", "print(2)"), .experiment("further", "print(3)")))
    #expect(run.results["above"] == ExperimentResult(outputs: [.text("1\n")]))
    #expect(
      run.diagnostics.map(\.description) == [
        """
        Chapters/en/09-test.md:31:19: error: cannot convert value of type 'Double' to specified \
        type 'Int'
        Chapters/en/09-test.md:51:1: note: stops the experiments 'below' and 'further'
          hint: convert it: 'Int(x)' cuts off the fraction
        """
      ])
    #expect(
      run.results["further"]?.failure?.message
        == "not run, because the setup block at line 31 has an error")
  }

  @Test("What is remembered starts no compiler, moves with the prose, and is recomputed if damaged")
  func memory() async throws {
    let log = EventLog()
    let executor = Executor.testing { log.add($0) }
    let blocks: [TestBlock] = [
      .setup("let kept = 40"),
      .experiment("a", "func two() -> Int { 2 }\ntwo()\nprint(kept + two())"),
      .experiment("b", "print(kept)"),
    ]
    let first = await executor.run(chapter(blocks[0], blocks[1], blocks[2]))
    #expect(first.results["a"]?.text == "42\n")
    #expect(log.started == ["a", "b"])
    #expect(first.diagnostics.map { $0.range?.start.line } == [32])

    let moved = chapter(.init(role: .listing, code: "shown"), blocks[0], blocks[1], blocks[2])
    let second = await executor.run(moved)
    #expect(second.results == first.results)
    #expect(second.diagnostics.map { $0.range?.start.line } == [52])
    #expect(log.started == ["a", "b"])

    let entries = TestEngine.cache + "/experiments"
    for name in FileAccess.names(in: entries) ?? [] {
      var bytes = try FileAccess.read(entries + "/" + name)
      bytes[bytes.count - 1] ^= 1
      try FileAccess.writeAtomically(bytes, to: entries + "/" + name)
    }
    let third = await executor.run(moved)
    #expect(third.results == first.results)
    #expect(log.started == ["a", "a", "b", "b"])
    #expect(third.diagnostics.compactMap { $0.range?.start.line } == [52])
    #expect(third.diagnostics.count { $0.message.contains("is damaged") } == 2)
    #expect(third.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(await executor.run(moved) == second)
  }

  @Test("An expected failure is an output that is remembered, and its absence is an error")
  func expectations() async {
    let log = EventLog()
    let executor = Executor.testing { log.add($0) }
    let blocks: [TestBlock] = [
      .setup("let three = [1, 2, 3]"),
      .experiment("trap", "print(1)\nprint(three[Int(seed) + 6])", expect: .trap),
      .experiment("refused", "let x: Int = \"no\"", expect: .compileError),
      .experiment("calm", "print(2)", expect: .trap),
      .experiment("fine", "print(3)", expect: .compileError),
      .experiment("other", "print(4)"),
    ]
    let run = await executor.run(
      chapter(blocks[0], blocks[1], blocks[2], blocks[3], blocks[4], blocks[5]))
    #expect(
      run.diagnostics.map { "\($0.range?.start.line ?? 0): \($0.message)" } == [
        "70: expected a trap, but the experiment ended well",
        "90: expected a compile error, but the experiment compiles",
      ])
    #expect(run.results["trap"]?.text == "1\n")
    #expect(
      expected(run, "trap")
        == "Chapters/en/09-test.md:32:12: error: the experiment trapped: index out of range")
    #expect(expected(run, "refused")?.contains(":51:14: error: cannot convert") == true)
    #expect(run.results["other"]?.text == "4\n")

    let again = await executor.run(
      chapter(
        .init(role: .listing, code: "moved"), blocks[0], blocks[1], blocks[2], blocks[5]))
    #expect(expected(again, "trap")?.contains(":52:12: error: ") == true)
    #expect(again.diagnostics.isEmpty)
    #expect(log.started == ["calm", "fine", "other", "refused", "trap"])
  }

  private func expected(_ run: ChapterRun, _ id: String) -> String? {
    guard case .failure(var failure) = run.results[id]?.outputs.last else { return nil }
    failure.hint = nil
    return "\(failure)"
  }

  @Test("A cache that cannot be written gives a warning, and everything works without it")
  func unwritableCache() async throws {
    let run = await Executor.testing(cache: "/proc/gradbook").run(
      chapter(.experiment("a", "print(1)")))
    #expect(run.results["a"]?.text == "1\n")
    #expect(run.diagnostics.map(\.severity) == [.warning])
    #expect(run.diagnostics.first?.message.contains("/proc/gradbook") == true)
  }

  @Test("Two builds of one engine at once do not disturb each other, and leave one engine")
  func twoBuilds() async throws {
    let cache = try TemporaryFolder()
    let chapter = chapter(.experiment("a", "print(1)"))
    async let one = Executor.testing(cache: cache.path).run(chapter)
    async let other = Executor.testing(cache: cache.path).run(chapter)
    let runs = await [one, other]
    #expect(runs.map { $0.results["a"]?.text } == ["1\n", "1\n"])
    #expect(runs.flatMap(\.diagnostics).isEmpty)
    #expect(FileAccess.names(in: cache.path + "/engine")?.filter { $0 != "lock" }.count == 1)
  }
}
