import ChartDrawing
import Markup

/// A chart's data as a table and as a file to keep, behind a summary.
struct DataTableView {
  let words: OutputWords
  let table: DataTable
  let download: DataDownload
  let figureNumber: String

  /// The table; nothing for a chart without data, and in an electronic book, where it could not be folded.
  var html: HTML? {
    table.rows.isEmpty ? nil : HTML(onPages: details, inElectronicBooks: "")
  }

  private var details: HTML {
    let columns = table.header.indices.map { index in AlignedColumn(table.rows.map { $0[index] }) }
    let header = zip(table.header, columns).map { name, column -> HTML in
      "<th scope=\"col\"\(column.attribute)>\(name)</th>"
    }
    // HTML needs no end of a cell or a row; in the tables of a page they would be some kilobytes. A line's
    // end would be the last cell's.
    let rows = table.rows.indices.map { row -> HTML in
      let cells = columns.map { column -> HTML in "<td\(column.attribute)>\(column.cells[row])" }
      return "<tr>\(cells.joined())"
    }
    return """
      <details class="data"><summary>\(words.figureData)</summary>
      <div class="scroll" tabindex="0" role="group" \
      aria-label="\(words.dataTable(ofFigure: figureNumber))"><table>
      <thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>
      \(link)
      </details>

      """
  }

  /// The link to the file. A table with all rows is the file already: there the link waits for the
  /// script that writes it from the table (`PageScript.dataFile`). Where there are more rows the link
  /// holds the file itself, so that it works without a server and without a script.
  private var link: HTML {
    let name = "figure-\(figureNumber).csv"
    let all = download.fullRowCount
    if table.rows.count == all {
      return """
        <p hidden=""><a class="csv" data-file="\(name)" data-columns="\(download.columns)">\
        \(words.dataFile(rows: all, of: all))</a></p>
        """
    }
    return """
      <p><a class="csv" download="\(name)" href="\(address: download.address)" \
      data-columns="\(download.columns)">\(words.dataFile(rows: download.rowCount, of: all))</a></p>
      """
  }
}
