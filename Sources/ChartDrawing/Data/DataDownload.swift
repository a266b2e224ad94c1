import Charts

/// A chart's data as comma-separated values, to be embedded in a link of the page.
public struct DataDownload: Hashable, Sendable {
  /// The file's text: a header line, then the rows; each line ends in a newline.
  public let csv: String
  /// The number of rows below the header.
  public let rowCount: Int
  /// The number of rows that the file would have without a limit to its length.
  public let fullRowCount: Int
  /// The kinds of the columns, separated by spaces, for the script that shows values at the
  /// pointer: `x` for the horizontal axis, `2` for values of series 2, `2@1` for those of panel 1
  /// (from 0), and `.2` for single points; for paths `t` for the steps, then `a2`, `u2` and `v2` for
  /// both coordinates and the values of series 2. Empty when there is nothing to point at.
  public let columns: String

  /// The link's address: a `data:` URL with the file itself.
  public var address: String { "data:text/csv;charset=utf-8," + Self.percentEncoded(csv) }

  /// Percent-encodes everything but ASCII letters, digits and `,`, `.`, `-`, `_`.
  private static func percentEncoded(_ text: String) -> String {
    let digits = [UInt8]("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: ","), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Chart {
  /// Returns the chart's data as a file; every value with at most nine significant digits.
  ///
  /// - Parameter most: the approximate number of bytes that the file may have, since a page
  ///   contains it. Of longer data evenly spaced rows are taken, including the first and the last.
  public func dataDownload(most: Int = 8000) -> DataDownload {
    let columns = dataColumns
    let count = columns.map { $0.count }.max() ?? 0
    // The length of a row is estimated from a sample.
    let sample = Self.evenlySpaced(count, most: 20).map { Self.line(columns, row: $0).utf8.count }
    let size = sample.reduce(0, +) / max(sample.count, 1)
    let rows = Self.evenlySpaced(count, most: max(most / max(size, 1), 2))
    var text = columns.map { Self.csvCell($0.name) }.joined(separator: ",") + "\n"
    for row in rows { text += Self.line(columns, row: row) }
    return DataDownload(
      csv: text, rowCount: rows.count, fullRowCount: count, columns: pointerColumns(columns))
  }

  private static func line(_ columns: [DataColumn], row: Int) -> String {
    columns.map { csvCell($0.cell(row)) }.joined(separator: ",") + "\n"
  }

  /// Returns a cell, in quotes where it needs them. A text that a spreadsheet would run as a
  /// formula gets a leading apostrophe; a negative number does not.
  private static func csvCell(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    var needsQuotes = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      if scalar == "\"" || scalar == "," || scalar.value < 0x20 { needsQuotes = true }
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    let isFormula: Bool =
      switch text.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"): true
      default: false
      }
    if isFormula { result = "'" + result }
    return needsQuotes ? "\"" + result + "\"" : result
  }

  /// Returns true for a number or a text without signs that need a look.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "@"),
        UInt8(ascii: "+"):
        false
      default: byte >= 0x20
      }
    }
  }

  private func pointerColumns(_ columns: [DataColumn]) -> String {
    let all = (marks + panels.flatMap { $0.marks }).map { $0.drawn }
    if panels.isEmpty, !trajectories.isEmpty {
      return trajectories.count == all.count { $0.takesSeries } ? pathColumns(columns) : ""
    }
    guard all.allSatisfy({ $0.margin != .none }) else { return "" }
    let arePoints = all.contains { $0.kind == .scatter }
    return columns.map { column in
      if column.arePlaces { return "x" }
      let series = (arePoints ? "." : "") + "\(column.series)"
      return panels.isEmpty ? series : series + "@\(column.panel)"
    }
    .joined(separator: " ")
  }

  /// Returns the kinds of the columns of trajectories.
  private func pathColumns(_ columns: [DataColumn]) -> String {
    var (series, letters) = (0, ["a", "u", "v"])
    return columns.map { column in
      if column.arePlaces { return "t" }
      if column.series != series { (series, letters) = (column.series, ["a", "u", "v"]) }
      return letters.removeFirst() + "\(series)"
    }
    .joined(separator: " ")
  }
}
