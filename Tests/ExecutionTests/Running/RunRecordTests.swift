import BookModel
import Files
import Testing
import Transcript

@testable import Execution

@Suite struct RunRecordTests {
  private let units = ChapterUnits(
    chapter(
      .experiment("above", "print(1)"), .setup("let a = 1", column: 3),
      .experiment("below", "print(2)", column: 5), .experiment("further", "print(3)")))

  @Test("A setup block's fault stops the experiments below it, and none above it")
  func setupFault() {
    var record = RunRecord(units)
    let unit = units.units[1]
    record.note([
      ProgramChecks.Finding(
        unit: unit, diagnostic: Diagnostic(at: units.place(of: unit.block), "wrong"))
    ])
    #expect(record.open.map(\.id) == ["above"])
    #expect(
      record.results["below"]?.failure?.description == """
        Chapters/en/09-test.md:51:5: error: not run, because the setup block at line 31 has an error
        Chapters/en/09-test.md:31:3: note: the setup block
          hint: correct the setup block first
        """)
    #expect(
      record.finish().diagnostics.map(\.description) == [
        """
        Chapters/en/09-test.md:31:3: error: wrong
        Chapters/en/09-test.md:51:5: note: stops the experiments 'below' and 'further'
        """
      ])
  }

  @Test("An experiment's own fault stops it alone, and one below a setup's is told once")
  func ownFault() {
    var record = RunRecord(units)
    for unit in [units.units[2], units.units[1]] {
      record.note([
        ProgramChecks.Finding(
          unit: unit, diagnostic: Diagnostic(at: units.place(of: unit.block), "wrong"))
      ])
    }
    #expect(record.open.map(\.id) == ["above"])
    #expect(record.results["below"]?.failure?.message == "wrong")
    #expect(
      record.finish().diagnostics.map { ["\($0.range?.start.line ?? 0)"] + $0.notes.map(\.message) }
        == [["31", "stops the experiment 'further'"], ["51"]])
  }

  @Test("The compiler's errors in a setup block are told once for all experiments that meet them")
  func compilerErrors() {
    var record = RunRecord(units)
    for experiment in units.experiments.dropFirst() {
      let island = Island(experiment, in: units)
      record.end(
        island,
        errors: [
          IslandDiagnostic(position: .init(line: 1, column: 5), message: "wrong"),
          IslandDiagnostic(
            position: .init(line: 1, column: 5), message: "another",
            notes: [.init(position: .init(line: 2, column: 1), message: "used here")]),
          IslandDiagnostic(position: .init(line: 2, column: 7), message: "own"),
        ])
    }
    #expect(record.open.map(\.id) == ["above"])
    #expect(
      record.finish().diagnostics.map(\.description) == [
        """
        Chapters/en/09-test.md:31:7: error: wrong
        Chapters/en/09-test.md:51:5: note: stops the experiments 'below' and 'further'
        """,
        """
        Chapters/en/09-test.md:31:7: error: another
        Chapters/en/09-test.md:51:5: note: used here
        """,
        "Chapters/en/09-test.md:51:11: error: own", "Chapters/en/09-test.md:71:7: error: own",
      ])
  }

  @Test("An experiment with errors in two setup blocks names the first of them")
  func firstSetup() {
    let units = ChapterUnits(
      chapter(
        .setup("let a = 1"), .setup("let b = 2"), .experiment("x", "print(a)")))
    var record = RunRecord(units)
    record.end(
      Island(units.experiments[0], in: units),
      errors: [1, 2].map { line in
        IslandDiagnostic(position: .init(line: line, column: 1), message: "wrong")
      })
    #expect(
      record.results["x"]?.failure?.message
        == "not run, because the setup block at line 11 has an error")
    #expect(record.finish().diagnostics.map(\.range?.start.line) == [11, 31])
  }

  @Test("What is remembered of an indented block stands at its columns, wherever it moves to")
  func rememberedColumns() throws {
    let folder = try TemporaryFolder()
    let memory = ChapterCache(experiments: ExperimentCache(folder: folder.path), engineKey: "e")
    let entry = ExperimentEntry(
      transcript: [],
      warnings: [
        IslandDiagnostic(
          severity: .warning, position: .init(line: 1, column: 3), message: "odd",
          notes: [.init(position: .init(line: 2, column: 2), message: "here")])
      ],
      failure: IslandDiagnostic(position: .init(line: 2, column: 6), message: "trapped"))
    func program(_ column: Int) throws -> (ChapterUnits, ExperimentProgram) {
      let units = ChapterUnits(
        chapter(
          .setup("let a = 1", column: column + 2),
          .experiment("x", "print(a)", column: column, expect: .trap)))
      return (units, ExperimentProgram(Island(try #require(units.experiments.first), in: units)))
    }
    let (_, first) = try program(1)
    #expect(memory.remember(first, [:], entry) == nil)
    for column in [1, 4] {
      let (units, moved) = try program(column)
      var record = RunRecord(units)
      #expect(memory.recall(moved, into: &record))
      let run = record.finish()
      #expect(
        run.diagnostics.map(\.description) == [
          """
          Chapters/en/09-test.md:11:\(column + 4): warning: odd
          Chapters/en/09-test.md:31:\(column + 1): note: here
          """
        ])
      #expect(
        run.results["x"]?.outputs == [
          .failure(
            Diagnostic(
              at: SourceRange(file: units.path, line: 31, column: column + 5), "trapped"))
        ])
    }
  }

  @Test("A claim that does not hold is told at the columns of its indented block")
  func failedClaim() {
    let experiment = units.experiments[1]
    let island = Island(experiment, in: units)
    var record = RunRecord(units)
    let place = CheckRecord.Place(line: 2, column: 3)
    record.end(island, outputs: [.check(Check(claim: "it falls", failure: place))])
    #expect(
      record.finish().diagnostics.map { "\($0.range.map { "\($0)" } ?? "") \($0.message)" }
        == ["Chapters/en/09-test.md:51:7 the claim does not hold: it falls"])
  }
}
