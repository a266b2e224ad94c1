import Charts

/// A chart's data as a table, behind a summary.
struct DataTableView {
  let words: InterfaceWords
  let table: DataTable
  let figureNumber: String

  /// The table; nothing for a chart without data.
  var html: HTML? {
    if table.rows.isEmpty { return nil }
    let header = table.header.map { name -> HTML in "<th scope=\"col\">\(name)</th>" }
    let rows = table.rows.map { row -> HTML in
      let cells = row.map { cell -> HTML in "<td>\(cell)</td>" }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return """
      <details class="data"><summary>\(words.figureData)</summary>
      <div class="scroll" tabindex="0" role="group" \
      aria-label="\(words.dataTable(ofFigure: figureNumber))"><table>
      <thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>
      </details>

      """
  }
}
