import Numerals

/// A chart's data as a table: a row of names, then rows of numbers as text.
public struct DataTable: Hashable, Sendable {
  /// The columns' names.
  public var header: [String]
  /// The rows; each has as many cells as the header. A cell is empty where a series has no value.
  public var rows: [[String]]
}

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

  /// How many cells there are.
  var count: Int {
    switch content {
    case .numbers(let values): values.count
    case .texts(let texts): texts.count
    }
  }

  /// The cell of a row; empty below the column's end.
  func cell(_ row: Int) -> String {
    guard row < count else { return "" }
    switch content {
    case .numbers(let values): return NumberFormat.shortest.text(values[row])
    case .texts(let texts): return texts[row]
    }
  }
}

extension Chart {
  /// The chart's data, every value in its shortest exact form.
  ///
  /// - Parameter most: the most rows, at least 2; of longer data evenly spaced rows are taken,
  ///   with the first and the last.
  public func dataTable(rows most: Int = 25) -> DataTable {
    let columns = dataColumns
    let chosen = Self.evenlySpaced(columns.map { $0.count }.max() ?? 0, most: max(most, 2))
    return DataTable(
      header: columns.map { $0.name }, rows: chosen.map { row in columns.map { $0.cell(row) } })
  }

  /// The columns of all marks; places that all of them share stand only once.
  var dataColumns: [DataColumn] {
    var groups = Self.columns(of: marks, in: self, after: 0)
    for (number, panel) in panelCharts.enumerated() {
      let own = [Mark](panel.marks.dropFirst(marks.count))
      for var group in Self.columns(of: own, in: panel, after: seriesCount) {
        for index in group.indices {
          group[index].panel = number
          guard !group[index].arePlaces else { continue }
          let isAlone = own.count == 1 && own[0].kind.label == nil
          group[index].name = isAlone ? panel.title : panel.title + ": " + group[index].name
        }
        groups.append(group)
      }
    }
    guard let first = groups.first else { return [] }
    let places = first.filter { $0.arePlaces }
    let areShared = groups.allSatisfy { group in
      let others = group.filter { $0.arePlaces }
      return others.count == places.count
        && others.indices.allSatisfy { others[$0].content == places[$0].content }
    }
    guard areShared else { return groups.flatMap { $0 } }
    return first + groups.dropFirst().flatMap { group in group.filter { !$0.arePlaces } }
  }

  /// How many of the chart's own marks have a colour of their own.
  private var seriesCount: Int { marks.count { $0.kind.takesSeries } }

  /// The columns mark by mark, with the series that they belong to.
  private static func columns(
    of marks: [Mark], in chart: Chart, after count: Int
  ) -> [[DataColumn]] {
    var series = count
    var groups: [[DataColumn]] = []
    for mark in marks {
      let kind = mark.kind
      if kind.takesSeries { series += 1 }
      var group = kind.columns(chart)
      for index in group.indices { group[index].series = kind.takesSeries ? series : 0 }
      if !group.isEmpty { groups.append(group) }
    }
    return groups
  }

  static func evenlySpaced(_ count: Int, most: Int) -> [Int] {
    guard count > most else { return [Int](0..<count) }
    let step = Double(count - 1) / Double(most - 1)
    return (0..<most).map { Int((Double($0) * step).rounded()) }
  }
}
