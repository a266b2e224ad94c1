import BookModel
import Markdown
import Markup

/// Gives the tables of a text their form.
struct TableBuilding {
  private let values: InlineValueView
  private let numbers: LabelNumbers
  private let words: InterfaceWords
  /// The captions, with the anchors of their tables.
  private(set) var captions: [(inline: MarkdownNode, place: LabelNumbers.Place)] = []

  init(values: InlineValueView, numbers: LabelNumbers, words: InterfaceWords) {
    self.values = values
    self.numbers = numbers
    self.words = words
  }

  /// Builds all tables of a document.
  mutating func build(in document: MarkdownDocument) {
    for node in Array(document.root.descendants) where node.kind == .table { build(node) }
  }

  private mutating func build(_ table: MarkdownNode) {
    let caption = table.children.first { $0.kind == .tableCaption }
    let place = caption?.item.flatMap { numbers.byItem[$0] }
    let id: HTML? = place.map { " id=\"\(name: $0.anchor)\"" }
    let label = place.map { $0.text(words) } ?? words.table
    let opening: HTML =
      "<div class=\"scroll table written\"\(id) tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><table>"
    let block = table.insertBefore(blockHTML: "")
    block.setHTML(opening: opening, closing: "</table></div>")
    if let caption { add(caption, place, to: block) }
    let head = table.children.first { $0.kind == .tableHead }.map { Array($0.children) } ?? []
    let rows = table.children.filter { $0.kind == .tableRow }.map { Array($0.children) }
    let columns = head.enumerated().map { index, cell in
      Column(cell.columnAlignment, rows.map { text(of: $0[index]) })
    }
    add(head, columns, to: block)
    add(rows, columns, to: block)
    table.remove()
  }

  private mutating func add(
    _ caption: MarkdownNode, _ place: LabelNumbers.Place?, to block: MarkdownNode
  ) {
    let number: HTML? = place.map { "<span class=\"number\">\($0.text(words))</span> " }
    let opening: HTML = "<caption>\(number)"
    let line = block.appendLine(opening: opening, closing: "</caption>")
    for child in caption.children { line.adopt(child) }
    if let place { captions.append((line, place)) }
  }

  private func add(_ head: [MarkdownNode], _ columns: [Column], to block: MarkdownNode) {
    let row = block.appendBlock(opening: "<thead><tr>", closing: "</tr></thead>")
    for (cell, column) in zip(head, columns) {
      let isEmpty = cell.firstChild == nil
      let opening: HTML =
        isEmpty
        ? "<td\(column.attribute)>"
        : "<th scope=\"col\"\(column.attribute)>"
      let line = row.appendLine(opening: opening, closing: isEmpty ? "</td>" : "</th>")
      // A checker of accessibility that does not read MathML takes a header that is a formula alone for
      // an empty one, unless there is any text beside it.
      let isFormula = cell.firstChild?.kind == .formula && cell.lastChild?.kind == .formula
      for child in cell.children { line.adopt(child) }
      if isFormula { line.append(text: "\u{2060}") }
    }
  }

  private func add(_ rows: [[MarkdownNode]], _ columns: [Column], to block: MarkdownNode) {
    if rows.isEmpty { return }
    let body = block.appendBlock(opening: "<tbody>", closing: "</tbody>")
    for (number, row) in rows.enumerated() {
      let line = body.appendBlock(opening: "<tr>", closing: "</tr>")
      for (node, column) in zip(row, columns) {
        let opening: HTML = "<td\(column.attribute)>"
        let cell = line.appendLine(opening: opening, closing: "</td>")
        for child in node.children { cell.adopt(child) }
        if !column.paddings[number].isEmpty { cell.append(text: column.paddings[number]) }
      }
    }
  }

  /// A cell's text as far as it matters for numbers: a published value as it will stand there, with a
  /// plain minus sign. A cell with any markup is no number.
  private func text(of cell: MarkdownNode) -> String {
    guard let only = cell.firstChild else { return "" }
    let text: String
    switch only.kind {
    case .text where only.nextSibling == nil: text = only.literal ?? ""
    case .inlineValue where only.nextSibling == nil: text = values.text(of: only) ?? "markup"
    default: return "markup"
    }
    return text.replacing("−", with: "-")
  }

  /// The alignment of a column's cells.
  private struct Column {
    let attribute: HTML
    /// The padding after each cell that aligns the decimal points.
    let paddings: [String]

    /// A column of cells with such texts.
    init(_ alignment: MarkdownColumnAlignment?, _ texts: [String]) {
      let aligned = AlignedColumn(texts)
      switch alignment {
      case .left: attribute = " class=\"text\""
      case .center: attribute = " class=\"center\""
      case .right: attribute = ""
      case nil: attribute = aligned.attribute
      }
      let isPadded = aligned.isNumeric && alignment != .center
      paddings = zip(texts, aligned.cells).map { text, cell in
        isPadded ? String(cell.unicodeScalars.dropFirst(text.unicodeScalars.count)) : ""
      }
    }
  }
}
