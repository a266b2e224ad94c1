import Markdown

/// A table in GitHub's syntax: a header row, a delimiter row of hyphens, rows of cells, and
/// optionally a caption in a line that begins with a colon.
public struct PipeTable: Sendable {
  /// A cell: its Markdown, and its position in the file.
  public struct Cell: Equatable, Sendable {
    /// The Markdown, without surrounding space; `\|` is replaced with `|`.
    public let markdown: String
    /// The line, 1-based.
    public let line: Int
    /// The first byte's column, 1-based.
    public let column: Int
    /// The number of bytes in the file.
    public let length: Int
  }

  /// The lines of the paragraph before the header row, which are no part of the table.
  public let textBefore: [Cell]
  /// The alignment of each column, from the delimiter row.
  public let alignments: [MarkdownColumnAlignment?]
  /// The header cells.
  public let header: [Cell]
  /// The rows below the header, as written: possibly with too few or too many cells.
  public let rows: [[Cell]]
  /// The caption, if it is directly below the rows.
  public let caption: TableCaption?

  /// True when the header has as many cells as the delimiter row. Otherwise GitHub does not show a
  /// table.
  public var isWhole: Bool { header.count == alignments.count }

  /// The number of cells that the rows lack, which are filled in.
  public var missingCells: Int {
    rows.reduce(0) { $0 + max(alignments.count - $1.count, 0) }
  }

  /// The largest number of cells that may be filled in, so that a table takes no more room than a
  /// few times its text.
  public var mostMissingCells: Int { 100 + rows.reduce(header.count) { $0 + $1.count } }

  /// True when the page shows a table.
  public var isShown: Bool { isWhole && missingCells <= mostMissingCells }

  /// The number of block quotes around it.
  public let quotes: Int

  /// Parses a paragraph as a table; nil when it has no delimiter row below its first line.
  ///
  /// - Parameters:
  ///   - paragraph: a paragraph of the document.
  ///   - line: returns a line of the file, without its end.
  public init?(
    _ paragraph: MarkdownNode, line: (Int) -> ArraySlice<UInt8>
  ) {
    let (start, end) = (paragraph.start.line, paragraph.end.line)
    guard paragraph.kind == .paragraph, end > start else { return nil }
    let depth = Self.quotes(around: paragraph)
    func row(_ number: Int) -> TableRow { TableRow(line(number), number: number, quotes: depth) }
    guard let head = Self.head(in: start...end, row) else { return nil }
    quotes = depth
    textBefore = (start..<head.line).map { number in
      let (text, column) = row(number).content
      return Cell(markdown: text, line: number, column: column, length: text.utf8.count)
    }
    alignments = head.alignments
    header = row(head.line).cells
    var rows: [[Cell]] = []
    var caption: TableCaption?
    for number in (head.line + 2)..<max(end + 1, head.line + 2) {
      let row = row(number)
      if let found = TableCaption(row.content.text, line: row.number, column: row.content.column) {
        caption = found
      } else {
        rows.append(row.cells)
      }
    }
    self.rows = rows
    self.caption = caption
  }

  /// Finds the header row: the first line above a delimiter row. Only in the first line of a paragraph
  /// it may have another number of cells, which is an error.
  private static func head(
    in lines: ClosedRange<Int>, _ row: (Int) -> TableRow
  ) -> (line: Int, alignments: [MarkdownColumnAlignment?])? {
    for line in lines.dropLast() {
      guard let alignments = row(line + 1).alignments else { continue }
      let header = row(line)
      guard alignments.count > 1 || header.hasPipe else { continue }
      if line == lines.lowerBound || header.cells.count == alignments.count {
        return (line, alignments)
      }
    }
    return nil
  }

  private static func quotes(around node: MarkdownNode) -> Int {
    var depth = 0
    var node = node.parent
    while let current = node {
      if current.kind == .blockQuote { depth += 1 }
      node = current.parent
    }
    return depth
  }
}

/// A caption `: caption {#tbl-x}`, in a line below a table or in a paragraph after it.
public struct TableCaption: Equatable, Sendable {
  /// The caption's Markdown.
  public let markdown: String
  /// The label as written, if there is one.
  public let label: String?
  /// The caption's line, 1-based.
  public let line: Int
  /// The colon's column, 1-based.
  public let column: Int

  /// Parses a line as a caption; nil when it is not one.
  public init?(_ text: String, line: Int, column: Int) {
    let bytes = text.utf8
    guard bytes.count > 2, bytes.first == UInt8(ascii: ":"),
      bytes[bytes.index(after: bytes.startIndex)] == UInt8(ascii: " ")
    else { return nil }
    let rest = String(Substring(bytes.dropFirst(2).drop { $0 == UInt8(ascii: " ") }))
    let suffix = LabelSuffix(rest)
    markdown = suffix?.rest ?? rest
    label = suffix?.id
    self.line = line
    self.column = column
  }

  /// Parses the paragraph after a table as its caption; nil when it is not one.
  public init?(
    after paragraph: MarkdownNode, line: (Int) -> ArraySlice<UInt8>
  ) {
    guard let next = paragraph.nextSibling, next.kind == .paragraph,
      next.start.line == next.end.line
    else { return nil }
    let number = next.start.line
    let text = line(number).dropFirst(next.start.column - 1)
    self.init(
      String(decoding: TableRow.trimmed(text), as: UTF8.self), line: number,
      column: next.start.column)
  }
}
