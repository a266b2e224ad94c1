import Charts
import Markup

/// A table that an experiment shows: horizontal rules only, numbers aligned at the decimal point.
public struct TableView {
  private let words: OutputWords
  private let table: Table
  private let blockNumber: Int
  /// The name by which links find it; nil without a caption.
  public var id: String?
  /// Its number; nil without a caption.
  public var number: String?
  /// The caption that the block gives it; nil when the code gives it one, or none.
  public var caption: Caption?
  /// The way back to what refers to the table.
  public var backlinks: HTML?

  /// A table without a number.
  public init(words: OutputWords, table: Table, blockNumber: Int) {
    self.words = words
    self.table = table
    self.blockNumber = blockNumber
  }

  private var names: [String] { table.columns.map { TypographicText.text($0) } }
  private var ownCaption: String? { table.caption.map { TypographicText.text($0) } }

  /// The words that a search finds in it.
  public var searchWords: [String] {
    [number.map { words.table($0) }, caption?.words ?? ownCaption].compactMap { $0 } + names
      + table.rows.joined()
  }

  /// The table.
  public var html: HTML {
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
