import BookModel
import Markdown
import Prose

/// Puts tables in place of the paragraphs that libcmark takes them for.
struct TableBuilding {
  private let words: InterfaceWords
  private let numbers: LabelNumbers
  private let lines: [ArraySlice<UInt8>]
  private let values: InlineValueView
  /// The captions, with the anchors of their tables.
  private(set) var captions: [(inline: MarkdownNode, place: LabelNumbers.Place)] = []

  init(_ chapter: Chapter, numbers: LabelNumbers, values: InlineValueView, words: InterfaceWords) {
    self.words = words
    self.numbers = numbers
    self.values = values
    let bytes = Array(chapter.text.utf8)
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Builds all tables of a document.
  mutating func build(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .paragraph {
      guard let table = PipeTable(node, line: line), table.isShown else {
        continue
      }
      var caption = table.caption
      if caption == nil {
        caption = TableCaption(after: node, line: line)
        if caption != nil { node.nextSibling?.remove() }
      }
      build(table, caption, before: node)
      node.remove()
    }
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    number >= 1 && number <= lines.count ? lines[number - 1] : []
  }

  private mutating func build(
    _ table: PipeTable, _ caption: TableCaption?, before node: MarkdownNode
  ) {
    let place = caption.flatMap { numbers.tables[$0.line] }
    let id: HTML? = place.map { " id=\"\($0.anchor)\"" }
    let label = place.map { $0.text(words) } ?? words.table
    let opening: HTML =
      "<div class=\"scroll table written\"\(id) tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><table>"
    let block = node.insertBefore(blockHTML: "")
    block.setHTML(opening: opening.markup, closing: "</table></div>")
    if let caption { add(caption, place, to: block) }
    let columns = table.alignments.indices.map { column(table, $0) }
    let head = block.appendBlock(opening: "<thead><tr>", closing: "</tr></thead>")
    for (cell, column) in zip(table.header, columns) {
      let isEmpty = cell.markdown.isEmpty
      let opening: HTML =
        isEmpty
        ? "<td\(column.attribute)>"
        : "<th scope=\"col\"\(column.attribute)>"
      let line = head.appendLine(opening: opening.markup, closing: isEmpty ? "</td>" : "</th>")
      Self.fill(line, with: cell.markdown)
      if Self.isFormula(cell.markdown) { line.append(text: "\u{2060}") }
    }
    addRows(of: table, columns, to: block)
  }

  /// Whether a name is a formula alone. A checker of accessibility that does not read MathML takes
  /// its header for an empty one, unless there is any text beside it.
  private static func isFormula(_ markdown: String) -> Bool {
    markdown.hasPrefix("$`") && markdown.hasSuffix("`$")
  }

  private mutating func add(
    _ caption: TableCaption, _ place: LabelNumbers.Place?, to block: MarkdownNode
  ) {
    let number: HTML? = place.map { "<span class=\"number\">\($0.text(words))</span> " }
    let opening: HTML = "<caption>\(number)"
    let line = block.appendLine(opening: opening.markup, closing: "</caption>")
    Self.fill(line, with: caption.markdown)
    if let place { captions.append((line, place)) }
  }

  private func addRows(of table: PipeTable, _ columns: [Column], to block: MarkdownNode) {
    if table.rows.isEmpty { return }
    let body = block.appendBlock(opening: "<tbody>", closing: "</tbody>")
    for (number, row) in table.rows.enumerated() {
      let line = body.appendBlock(opening: "<tr>", closing: "</tr>")
      for (index, column) in columns.enumerated() {
        let opening: HTML = "<td\(column.attribute)>"
        let cell = line.appendLine(opening: opening.markup, closing: "</td>")
        // Cells that have no column, which is an error, are not lost.
        let cells = row.dropFirst(index).prefix(index == columns.count - 1 ? row.count : 1)
        Self.fill(cell, with: cells.map(\.markdown).joined(separator: " | "))
        if !column.paddings[number].isEmpty { cell.append(text: column.paddings[number]) }
      }
    }
  }

  // MARK: Columns

  /// How the cells of a column are set.
  private struct Column {
    let attribute: HTML
    /// What follows each cell, so that decimal points meet.
    let paddings: [String]
  }

  private func column(_ table: PipeTable, _ index: Int) -> Column {
    let texts = table.rows.map { row in
      index < row.count ? plainText(of: row[index].markdown) : ""
    }
    let aligned = AlignedColumn(texts)
    let attribute: HTML
    switch table.alignments[index] {
    case .left: attribute = " class=\"text\""
    case .center: attribute = " class=\"center\""
    case .right: attribute = ""
    case nil: attribute = aligned.attribute
    }
    let isPadded = aligned.isNumeric && table.alignments[index] != .center
    let paddings = zip(texts, aligned.cells).map { text, cell in
      isPadded ? String(cell.unicodeScalars.dropFirst(text.unicodeScalars.count)) : ""
    }
    return Column(attribute: attribute, paddings: paddings)
  }

  /// A cell's text as far as it matters for numbers: a published value as it will stand there, with a
  /// plain minus sign.
  private func plainText(of markdown: String) -> String {
    var text = markdown
    if text.hasPrefix("`="), text.hasSuffix("`"),
      let value = values.html(for: String(text.dropFirst().dropLast()))
    {
      text = value.markup
    }
    return text.replacing("−", with: "-")
  }

  /// Puts a cell's Markdown into its element. A bar before it, which is taken away again, keeps it from
  /// being anything but a paragraph.
  private static func fill(_ element: MarkdownNode, with markdown: String) {
    guard !markdown.isEmpty else { return }
    let document = MarkdownDocument("|" + markdown)
    guard let paragraph = document.root.firstChild else { return }
    if let first = paragraph.firstChild, let literal = first.literal {
      first.setLiteral(String(Substring(literal.utf8.dropFirst())))
    }
    for child in paragraph.children { element.adopt(child) }
  }
}
