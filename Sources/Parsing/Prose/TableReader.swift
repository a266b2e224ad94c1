import BookModel
import Markdown
import Prose

/// Replaces paragraphs that are tables, which libcmark does not recognize, with table nodes, and
/// reports their errors.
struct TableReader {
  let source: SourceText
  let errors: ErrorCollector

  /// Reads all tables of a document.
  func read(_ document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .paragraph {
      // The caption of the previous table has been removed.
      guard node.parent != nil, let table = PipeTable(node, line: source.line) else { continue }
      if let fault = fault(of: table) {
        errors.report(.prose(fault), at: source.place(of: node))
      } else {
        build(table, in: node)
      }
    }
  }

  /// Returns the error that keeps a table from being shown as one, if any.
  private func fault(of table: PipeTable) -> ProseFault? {
    guard table.isWhole else {
      return .unequalHeader(table.header.count, hyphens: table.alignments.count)
    }
    return table.isShown
      ? nil : .tooFewCells(missing: table.missingCells, most: table.mostMissingCells)
  }

  private func build(_ table: PipeTable, in node: MarkdownNode) {
    var caption = table.caption
    if caption == nil {
      caption = TableCaption(after: node, line: source.line)
      if caption != nil { node.nextSibling?.remove() }
    }
    for child in node.children { child.remove() }
    node.become(.table)
    if let caption { add(caption, to: node) }
    add(.tableHead, table.header, table.alignments, to: node)
    let columns = table.alignments.count
    for row in table.rows {
      if row.count > columns {
        let cell = row[columns]
        errors.report(
          .prose(.tooManyCells(row.count, columns: columns)),
          at: source.range(line: cell.line, column: cell.column, length: cell.length))
      }
      add(.tableRow, row, table.alignments, to: node)
    }
  }

  private func add(_ caption: TableCaption, to table: MarkdownNode) {
    let line = source.line(caption.line)
    let place = MarkdownPosition(line: caption.line, column: caption.column)
    let end = MarkdownPosition(line: caption.line, column: line.count)
    let node = table.appendBlock(.tableCaption, name: caption.label, from: place, to: end)
    let start = line.startIndex + caption.column - 1
    node.fill(with: caption.markdown, at: start..<line.endIndex, in: source.bytes)
  }

  /// Adds a row with a cell for each column. Surplus cells, which are an error, are appended to the
  /// last one.
  private func add(
    _ kind: MarkdownKind, _ cells: [PipeTable.Cell], _ alignments: [MarkdownColumnAlignment?],
    to table: MarkdownNode
  ) {
    let line = cells.first?.line ?? table.start.line
    let start = MarkdownPosition(line: line, column: cells.first?.column ?? 1)
    let end = MarkdownPosition(line: line, column: max(source.line(line).count, 1))
    let row = table.appendBlock(kind, from: start, to: end)
    for (index, alignment) in alignments.enumerated() {
      let texts = cells.dropFirst(index).prefix(index == alignments.count - 1 ? cells.count : 1)
      let place = texts.first.map { MarkdownPosition(line: line, column: $0.column) } ?? end
      let cell = row.appendBlock(.tableCell, from: place, to: end)
      cell.setColumnAlignment(alignment)
      guard let last = texts.last else { continue }
      let lineStart = source.line(line).startIndex - 1
      cell.fill(
        with: texts.map(\.markdown).joined(separator: " | "),
        at: (lineStart + place.column)..<(lineStart + last.column + last.length),
        in: source.bytes)
    }
  }
}
