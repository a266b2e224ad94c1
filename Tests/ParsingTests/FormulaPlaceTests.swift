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
}
