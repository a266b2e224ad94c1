import Charts
import Numerals

/// A column of a chart's data.
struct DataColumn {
  /// The cells.
  enum Content: Equatable {
    /// Numbers, written with at most nine significant digits.
    case numbers([Double])
    /// Names.
    case texts([String])
  }

  /// The column's name.
  var name: String
  /// The cells from top to bottom.
  var content: Content
  /// True for the coordinates of the values in the columns that follow. Marks with equal
  /// coordinates share this column.
  var arePlaces: Bool
  /// The number of the series that a column of values belongs to, from 1; 0 for none.
  var series = 0
  /// The index of the panel, from 0.
  var panel = 0

  /// Makes a column of coordinates along an axis.
  static func places(_ axis: Axis, _ content: Content) -> DataColumn {
    DataColumn(name: axis.label.isEmpty ? "x" : axis.label, content: content, arePlaces: true)
  }

  /// Makes a column of values.
  static func values(_ name: String, _ content: Content) -> DataColumn {
    DataColumn(name: name, content: content, arePlaces: false)
  }

  /// The number of cells.
  var count: Int {
    switch content {
    case .numbers(let values): values.count
    case .texts(let texts): texts.count
    }
  }

  /// Returns the cell in a row of a table to read, with a minus sign instead of a hyphen.
  func shownCell(_ row: Int) -> String {
    let text = cell(row)
    guard case .numbers = content else { return text }
    return String(text.map { $0 == "-" ? "−" : $0 })
  }

  /// Returns the cell in a row; empty below the column's end. Nine digits represent a float32
  /// exactly, and more would make pages long.
  func cell(_ row: Int) -> String {
    guard row < count else { return "" }
    switch content {
    case .numbers(let values): return NumberFormat.general(digits: 9).text(values[row])
    case .texts(let texts): return texts[row]
    }
  }
}
