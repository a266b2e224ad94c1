import BookModel
import Testing

@testable import Parsing

@Suite struct FormulaPlaceTests {
  @Test("Every fault in a formula of many lines stands at its own line and column")
  func places() {
    let lines = (0..<300).map { "x + \\nothing\($0 % 2) y" }
    let text = "# F\n\n```math\n" + lines.joined(separator: "\n") + "\n```\n"
    let parsed = ChapterParser.parse(Array(text.utf8), path: "f.md")
    let places = parsed.diagnostics.filter { $0.severity == .error }.compactMap(\.range?.start)
    #expect(places.map(\.line) == Array(4..<304))
    #expect(places.allSatisfy { $0.column == 5 })
  }

  @Test("The id of a fence goes before a label in the formula")
  func idBeforeLabel() {
    func ids(_ words: String) -> [String?] {
      let text = "# F\n\n```math \(words)\nx \\label{inner}\n```\n"
      return ChapterParser.parse(Array(text.utf8), path: "f.md").chapter.formulas.map(\.id)
    }
    #expect(ids("id=outer") == ["outer"])
    #expect(ids("") == ["inner"])
  }
}
