import Charts
import Markup
import Prose

/// A table that an experiment shows: horizontal rules only, numbers aligned at the decimal point.
struct TableView {
  let words: InterfaceWords
  let table: Table
  let blockNumber: Int
  /// The name by which links find it, its number and the way back; nil without a caption.
  var id: String?
  var number: String?
  /// The caption that the block gives it; nil when the code gives it one, or none.
  var caption: Caption?
  var backlinks: HTML?

  private var names: [String] { table.columns.map { TypographicText.text($0) } }
  private var ownCaption: String? { table.caption.map { TypographicText.text($0) } }

  /// The words that a search finds in it.
  var searchWords: [String] {
    [number.map(words.table), caption?.words ?? ownCaption].compactMap { $0 } + names
      + table.rows.joined()
  }

  /// The table.
  var html: HTML {
    let columns = table.columns.indices.map { index in
      AlignedColumn(table.rows.map { $0[index] })
    }
    let header = zip(names, columns).map { name, column -> HTML in
      "<th scope=\"col\"\(column.attribute)>\(VisibleText(name).html)</th>"
    }
    let rows = table.rows.indices.map { row -> HTML in
      let cells = columns.map { column -> HTML in
        "<td\(column.attribute)>\(VisibleText(column.cells[row]).html)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let lead: HTML? = number.map { "<span class=\"number\">\(words.table($0))</span> " }
    let text: HTML? = caption?.html ?? ownCaption.map { VisibleText($0).html }
    let caption: HTML? =
      number == nil && text == nil ? nil : "<caption>\(lead)\(text)\(backlinks)</caption>\n"
    let name: HTML? = id.map { " id=\"\(name: $0)\"" }
    let label = ownCaption ?? self.caption?.words ?? words.table(ofBlock: blockNumber)
    return """
      <div class="scroll table"\(name) tabindex="0" role="group" aria-label="\(label)"><table>
      \(caption)<thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>

      """
  }
}

/// The cells of one column. Numbers stand at the right and are padded with spaces as wide as a digit,
/// so that their decimal points meet, and have minus signs instead of hyphens; texts stand at the left.
struct AlignedColumn {
  /// The cells as they are shown.
  let cells: [String]
  /// True for a column of numbers.
  let isNumeric: Bool

  /// A column of texts.
  init(_ texts: [String]) {
    isNumeric = texts.allSatisfy { $0.isEmpty || Self.isNumber($0) } && !texts.allSatisfy(\.isEmpty)
    guard isNumeric else { cells = texts; return }
    let texts = texts.map { String($0.map { $0 == "-" ? "−" : $0 }) }
    let tails = texts.map(Self.tail)
    let widest = tails.map(\.count).max() ?? 0
    let hasPoint = tails.contains { $0.first == "." }
    cells = zip(texts, tails).map { text, tail in
      guard Self.isFinite(text) else { return text }
      var padding = ""
      var missing = widest - tail.count
      if tail.isEmpty, hasPoint, missing > 0 {
        padding += "\u{2008}"
        missing -= 1
      }
      return text + padding + String(repeating: "\u{2007}", count: missing)
    }
  }

  /// The class of a column of texts; numbers are the usual.
  var attribute: HTML { isNumeric ? "" : " class=\"text\"" }

  /// Returns the part of a number from the decimal point on, or from the exponent on.
  private static func tail(_ text: String) -> Substring {
    let start = text.firstIndex { $0 == "." || $0 == "e" }
    return isFinite(text) ? text[(start ?? text.endIndex)...] : ""
  }

  private static func isNumber(_ text: String) -> Bool {
    Double(String(text.map { $0 == "−" ? "-" : $0 })) != nil
  }

  private static func isFinite(_ text: String) -> Bool {
    text.utf8.last.map { (0x30...0x39).contains($0) } ?? false
  }
}
