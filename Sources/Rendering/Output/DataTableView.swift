import Charts

/// A chart's data as a table and as a file to keep, behind a summary.
struct DataTableView {
  let words: InterfaceWords
  let table: DataTable
  let download: DataDownload
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
      <p>\(link)</p>
      </details>

      """
  }

  /// The link that holds the file itself, so that it works without a server and without a script.
  private var link: HTML {
    let file = "figure-\(figureNumber).csv"
    let text = words.dataFile(rows: download.rowCount, of: download.fullRowCount)
    return """
      <a class="csv" download="\(file)" href="\(download.address)" \
      data-columns="\(download.columns)">\(text)</a>
      """
  }
}
