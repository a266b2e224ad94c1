import Markdown
import Testing

@testable import Parsing

@Suite struct TableLimitTests {
  @Test func aTableMayLackAsManyCellsAsItHasAndAHundred() {
    // Four columns: 4 names, and each row has 1 cell and lacks 3.
    #expect(faults(rows: 52).isEmpty)
    #expect(
      faults(rows: 53) == [
        "t.md:1:1: warning: the table's rows lack 159 cells; at most 157 are filled in"
      ])
  }

  @Test("Definitions of links hold in all cells of a large table")
  func definitions() throws {
    let text = "|a|b|\n|-|-|\n" + String(repeating: "|[x]|y|\n", count: 60_000) + "\n[x]: #a\n"
    let chapter = ChapterParser.parse(Array(text.utf8), path: "t.md").chapter
    let links = MarkdownDocument(try #require(chapter.tree)).root.descendants.count {
      $0.kind == .link
    }
    #expect(links == 60_000)
  }

  private func faults(rows: Int) -> [String] {
    let text = "|a|b|c|d|\n|-|-|-|-|\n" + String(repeating: "|x|\n", count: rows)
    return ChapterParser.parse(Array(text.utf8), path: "t.md").diagnostics
      .map { String($0.description.split(separator: "\n")[0]) }
      .filter { $0.contains("lack") }
  }
}
