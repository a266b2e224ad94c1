import BookModel
import Markdown
import Prose

/// Replaces paragraphs that are tables, which libcmark does not recognize, with table nodes, and
/// reports their errors.
struct TableReader {
  private let reading: MarkdownReading
  /// The file with letters in the places of formulas, in which a bar divides no cells.
  private let source: SourceText
  private let errors: ErrorCollector
  /// The texts of cells and captions.
  private var pieces: [InlinePiece] = []

  init(_ reading: MarkdownReading, file: String, errors: ErrorCollector) {
    self.reading = reading
    source = SourceText(file: file, bytes: reading.bytes)
    self.errors = errors
  }

  /// Reads all tables of a document.
  mutating func read(_ document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .paragraph {
      // The caption of the previous table has been removed.
      guard node.parent != nil, let table = PipeTable(node, line: source.line) else { continue }
      if let fault = fault(of: table) {
        errors.report(.prose(fault), at: source.place(of: node))
      } else {
        build(table, in: node)
      }
    }
    reading.fill(pieces, in: document)
  }

  /// Returns the fault that keeps a table from being shown as one, if any.
  private func fault(of table: PipeTable) -> ProseFault? {
    guard table.isWhole else {
      return .unequalHeader(table.header.count, hyphens: table.alignments.count)
    }
    return table.isShown
      ? nil : .tooManyMissingCells(table.missingCells, most: table.mostMissingCells)
  }

  private mutating func build(_ table: PipeTable, in node: MarkdownNode) {
    var caption = table.caption
    if caption == nil {
      caption = TableCaption(after: node, line: source.line)
      if caption != nil { node.nextSibling?.remove() }
    }
    for child in node.children { child.remove() }
    addText(of: table, before: node)
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
      } else if row.count < columns, let cell = row.first {
        errors.report(
          .prose(.tooFewCells(row.count, columns: columns)),
          at: source.range(line: cell.line, column: cell.column, length: cell.length))
      }
      add(.tableRow, row, table.alignments, to: node)
    }
  }

  /// Puts the lines of the paragraph above the table into a paragraph of their own.
  private mutating func addText(of table: PipeTable, before node: MarkdownNode) {
    guard let last = table.textBefore.last, let first = table.textBefore.first else { return }
    let paragraph = node.insertBlockBefore(
      .paragraph, from: node.start,
      to: MarkdownPosition(line: last.line, column: last.column + last.length - 1))
    let start = source.lineStarts[first.line - 1] + first.column - 1
    let end = source.lineStarts[last.line - 1] + last.column - 1 + last.length
    pieces.append(
      InlinePiece(
        paragraph, markdown: table.textBefore.map(\.markdown).joined(separator: "\n"),
        at: start..<end, quotes: table.quotes))
    if let cell = table.header.first {
      node.setStart(MarkdownPosition(line: cell.line, column: cell.column))
    }
  }

  private mutating func add(_ caption: TableCaption, to table: MarkdownNode) {
    let line = source.line(caption.line)
    let place = MarkdownPosition(line: caption.line, column: caption.column)
    let end = MarkdownPosition(line: caption.line, column: line.count)
    let node = table.appendBlock(.tableCaption, name: caption.label, from: place, to: end)
    let start = line.startIndex + caption.column - 1
    pieces.append(InlinePiece(node, markdown: caption.markdown, at: start..<line.endIndex))
  }

  /// Adds a row with a cell for each column. Surplus cells, of which a warning tells, are left out.
  private mutating func add(
    _ kind: MarkdownKind, _ cells: [PipeTable.Cell], _ alignments: [MarkdownColumnAlignment?],
    to table: MarkdownNode
  ) {
    let line = cells.first?.line ?? table.start.line
    let start = MarkdownPosition(line: line, column: cells.first?.column ?? 1)
    let end = MarkdownPosition(line: line, column: max(source.line(line).count, 1))
    let row = table.appendBlock(kind, from: start, to: end)
    for (index, alignment) in alignments.enumerated() {
      let text = index < cells.count ? cells[index] : nil
      let place = text.map { MarkdownPosition(line: line, column: $0.column) } ?? end
      let cell = row.appendBlock(.tableCell, from: place, to: end)
      cell.setColumnAlignment(alignment)
      guard let text else { continue }
      let offset = source.line(line).startIndex - 1 + text.column
      pieces.append(
        InlinePiece(cell, markdown: text.markdown, at: offset..<(offset + text.length)))
    }
  }
}
