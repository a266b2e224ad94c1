import Charts
import Numerals

/// A column of a chart's data.
struct DataColumn {
  /// The cells.
  enum Content: Equatable {
    /// Numbers, which are written in their shortest exact form.
    case numbers([Double])
    /// Names.
    case texts([String])
  }

  /// The column's name.
  var name: String
  /// The cells from top to bottom.
  var content: Content
  /// Whether these are the places of the values in the columns that follow. Marks at the same
  /// places share their column.
  var arePlaces: Bool
  /// Which of the chart's series a column of values belongs to, from 1; 0 for none.
  var series = 0
  /// Which of the chart's panels, from 0.
  var panel = 0

  /// The column of places along an axis.
  static func places(_ axis: Axis, _ content: Content) -> DataColumn {
    DataColumn(name: axis.label.isEmpty ? "x" : axis.label, content: content, arePlaces: true)
  }

  /// A column of values.
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

  /// The cell of a row; empty below the column's end. Nine digits hold a float32 exactly, and more of
  /// them would make pages long.
  func cell(_ row: Int) -> String {
    guard row < count else { return "" }
    switch content {
    case .numbers(let values): return NumberFormat.general(digits: 9).text(values[row])
    case .texts(let texts): return texts[row]
    }
  }
}
