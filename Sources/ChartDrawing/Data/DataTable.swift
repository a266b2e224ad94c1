import Charts

/// A chart's data as a table to read: a row of names, then rows of formatted numbers.
public struct DataTable: Hashable, Sendable {
  /// The columns' names.
  public var header: [String]
  /// The rows; each has as many cells as the header. A cell is empty where a series has no value.
  public var rows: [[String]]
}

extension Chart {
  /// Returns the chart's data, every value with at most nine significant digits.
  ///
  /// - Parameter most: the largest number of rows, at least 2. Of longer data evenly spaced rows
  ///   are taken, including the first and the last.
  public func dataTable(rows most: Int = 25) -> DataTable {
    let columns = dataColumns
    let chosen = Self.evenlySpaced(columns.map { $0.count }.max() ?? 0, most: max(most, 2))
    return DataTable(
      header: columns.map { $0.name }, rows: chosen.map { row in columns.map { $0.shownCell(row) } }
    )
  }

  /// The columns of all marks; x coordinates that all of them share appear only once.
  var dataColumns: [DataColumn] {
    var groups = Self.columns(of: marks, in: self, after: 0)
    for (number, panel) in panelCharts.enumerated() {
      let own = [Mark](panel.marks.dropFirst(marks.count))
      for var group in Self.columns(of: own, in: panel, after: seriesCount) {
        for index in group.indices {
          group[index].panel = number
          guard !group[index].arePlaces else { continue }
          let isAlone = own.count == 1 && own[0].drawn.label == nil
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

  /// The number of the chart's own marks that have a series colour.
  private var seriesCount: Int { marks.count { $0.drawn.takesSeries } }

  /// Returns the columns, grouped by mark, each with the number of its series.
  private static func columns(
    of marks: [Mark], in chart: Chart, after count: Int
  ) -> [[DataColumn]] {
    var series = count
    var groups: [[DataColumn]] = []
    for mark in marks {
      let drawn = mark.drawn
      if drawn.takesSeries { series += 1 }
      var group = drawn.columns(in: chart)
      for index in group.indices { group[index].series = drawn.takesSeries ? series : 0 }
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
