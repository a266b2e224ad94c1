import Markdown
import Testing

@testable import Prose

@Suite struct PipeTableTests {
  @Test func aTableHasNamesRowsAndAlignments() throws {
    let table = try #require(
      parsed("| a | `b` | c |\n|:--|:-:|--:|\n| 1 | x \\| y | |\n2|3\n: Rates {#tbl-rates}"))
    #expect(table.isWhole)
    #expect(table.alignments == [.left, .center, .right])
    #expect(table.header.map(\.markdown) == ["a", "`b`", "c"])
    #expect(table.rows.map { $0.map(\.markdown) } == [["1", "x | y", ""], ["2", "3"]])
    #expect(table.rows[0][1].line == 3)
    #expect(table.rows[0][1].column == 7)
    #expect(table.caption?.markdown == "Rates")
    #expect(table.caption?.label == "tbl-rates")
  }

  @Test(arguments: ["a | b\nc | d", "| a |", "text\n---", "a\n- b", "| a\n| b |\n", "x\n|"])
  func otherParagraphsAreNone(markdown: String) { #expect(parsed(markdown) == nil) }

  @Test func aRowOfNamesOfAnotherLengthIsNoticed() throws {
    #expect(try #require(parsed("a | b\n---|---|---")).isWhole == false)
    #expect(try #require(parsed("a\n---|---")).isWhole == false)
  }

  @Test func aTableStandsInQuotesAndListsToo() throws {
    let quoted = try #require(parsed("> a | b\n> --|--\n> 1 | 2"))
    #expect(quoted.rows.map { $0.map(\.markdown) } == [["1", "2"]])
    let listed = try #require(parsed("- a | b\n  --|--\n  1 | 2"))
    #expect(listed.header.map(\.markdown) == ["a", "b"])
  }

  private func parsed(_ markdown: String) -> PipeTable? {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf8)[...]
    }
    let document = MarkdownDocument(markdown)
    for node in document.root.descendants where node.kind == .paragraph {
      return PipeTable(node) { lines[$0 - 1] }
    }
    return nil
  }
}
