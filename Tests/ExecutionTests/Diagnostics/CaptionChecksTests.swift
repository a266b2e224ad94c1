import BookModel
import Charts
import Testing

@testable import Execution

@Suite struct CaptionChecksTests {
  @Test("A caption or an alternative without a chart is a warning at its place")
  func surplus() {
    var chapter = chapter(.experiment("a", "show(x)"), .experiment("b", "show(x)"))
    let place = SourceRange(file: chapter.path, line: 11, column: 14)
    for index in chapter.blocks.indices {
      chapter.blocks[index].options.captions = [
        FigureCaption(markdown: "First", range: place),
        FigureCaption(markdown: "Second", range: place),
      ]
      chapter.blocks[index].options.alternatives = ["First", "Second"]
    }
    let chart = Output.chart(LineChart(x: [0, 1], y: [0, 1]).chart)
    func findings(_ result: ExperimentResult) -> [Diagnostic] {
      CaptionChecks.findings(in: chapter, ["a": result])
    }
    #expect(findings(ExperimentResult(outputs: [chart, chart])) == [])
    let found = findings(ExperimentResult(outputs: [chart]))
    #expect(found.map(\.severity) == [.warning, .warning])
    #expect(found.map(\.range) == [place, chapter.blocks[0].fence])
    #expect(
      found.map(\.message) == [
        "the block shows no chart or table for this caption",
        "found 2 text alternatives for 1 chart",
      ])
    // What is missing is told by the failure.
    let failure = Diagnostic(at: place, "out of range")
    #expect(findings(ExperimentResult(outputs: [], failure: failure)) == [])
  }
}
