import BookModel
import Markdown
import Markup
import OutputViews

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
    let head = table.children.first { $0.kind == .tableHead }
    let rows = table.children.filter { $0.kind == .tableRow }
    let columns = columns(head, rows)
    table.turnIntoBlock(opening: opening, closing: "</table></div>")
    if let caption { build(caption, place) }
    if let head { build(head: head, columns) }
    build(rows, columns)
  }

  private func columns(_ head: MarkdownNode?, _ rows: [MarkdownNode]) -> [Column] {
    guard let head else { return [] }
    var texts = head.children.map { _ in [String]() }
    for row in rows {
      for (index, cell) in row.children.enumerated() where index < texts.count {
        texts[index].append(text(of: cell))
      }
    }
    return zip(head.children, texts).map { Column($0.columnAlignment, $1) }
  }

  private mutating func build(_ caption: MarkdownNode, _ place: LabelNumbers.Place?) {
    let number: HTML? = place.map { "<span class=\"number\">\($0.text(words))</span> " }
    let opening: HTML = "<caption>\(number)"
    caption.turnIntoLine(opening: opening, closing: "</caption>")
    if let place { captions.append((caption, place)) }
  }

  private func build(head: MarkdownNode, _ columns: [Column]) {
    head.turnIntoBlock(opening: "<thead><tr>", closing: "</tr></thead>")
    for (cell, column) in zip(head.children, columns) {
      let isEmpty = cell.firstChild == nil
      let opening: HTML =
        isEmpty
        ? "<td\(column.attribute)>"
        : "<th scope=\"col\"\(column.attribute)>"
      // A checker of accessibility that does not read MathML takes a header that is a formula alone for
      // an empty one, unless there is any text beside it.
      let isFormula = cell.firstChild?.kind == .formula && cell.lastChild?.kind == .formula
      cell.turnIntoLine(opening: opening, closing: isEmpty ? "</td>" : "</th>")
      if isFormula { cell.append(text: "\u{2060}") }
    }
  }

  private func build(_ rows: [MarkdownNode], _ columns: [Column]) {
    guard let first = rows.first, let last = rows.last else { return }
    let openings = columns.map { "<td\($0.attribute)>" as HTML }
    for (number, row) in rows.enumerated() {
      row.turnIntoBlock(opening: "<tr>", closing: "</tr>")
      for (index, (cell, column)) in zip(row.children, columns).enumerated() {
        cell.turnIntoLine(opening: openings[index], closing: "</td>")
        if !column.paddings[number].isEmpty { cell.append(text: column.paddings[number]) }
      }
    }
    first.wrap(through: last, opening: "<tbody>", closing: "</tbody>")
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
