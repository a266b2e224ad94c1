import BookModel
import Markdown
import Prose

/// Looks at the tables of a chapter.
struct TableReader {
  let source: SourceText
  let errors: ErrorCollector

  /// Reads a paragraph.
  ///
  /// - Returns: the caption, when it is a table that has one.
  func read(_ paragraph: MarkdownNode) -> TableCaption? {
    let line: (Int) -> ArraySlice<UInt8> = { source.line($0) }
    guard let table = PipeTable(paragraph, line: line) else { return nil }
    guard table.isWhole else {
      let place = source.place(of: paragraph)
      errors.report(
        .prose(.unequalHeader(table.header.count, hyphens: table.alignments.count)), at: place)
      return nil
    }
    guard table.isShown else {
      let place = source.place(of: paragraph)
      errors.report(
        .prose(.tooFewCells(missing: table.missingCells, most: table.mostMissingCells)), at: place)
      return nil
    }
    let columns = table.alignments.count
    for row in table.rows where row.count > columns {
      let cell = row[columns]
      errors.report(
        .prose(.tooManyCells(row.count, columns: columns)),
        at: source.range(line: cell.line, column: cell.column, length: cell.length))
    }
    return table.caption ?? TableCaption(after: paragraph, line: line)
  }
}
