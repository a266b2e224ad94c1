import Numerals

/// A chart's data as a table: a row of names, then rows of numbers as text.
public struct DataTable: Hashable, Sendable {
  /// The columns' names.
  public var header: [String]
  /// The rows; each has as many cells as the header. A cell is empty where a series has no value.
  public var rows: [[String]]
}

extension Chart {
  /// The chart's data, every value in its shortest exact form.
  ///
  /// - Parameter most: the most rows, at least 2; of longer data evenly spaced rows are taken,
  ///   with the first and the last.
  public func dataTable(rows most: Int = 25) -> DataTable {
    let lines = marks.compactMap { mark -> LineMark? in
      switch mark {
      case .line(let line): line
      }
    }
    let sharesPlaces = lines.dropFirst().allSatisfy { $0.x == lines[0].x }
    var table = DataTable(header: [], rows: [])
    let count = lines.map { $0.count }.max() ?? 0
    let chosen = Self.evenlySpaced(count, most: max(most, 2))
    table.rows = chosen.map { _ in [] }
    for (number, line) in lines.enumerated() {
      if number == 0 || !sharesPlaces {
        table.append(x.label.isEmpty ? "x" : x.label, line.x, chosen, count: line.count)
      }
      let name = line.label ?? (y.label.isEmpty ? "y" : y.label)
      table.append(name, line.y, chosen, count: line.count)
    }
    return table
  }

  private static func evenlySpaced(_ count: Int, most: Int) -> [Int] {
    guard count > most else { return [Int](0..<count) }
    let step = Double(count - 1) / Double(most - 1)
    return (0..<most).map { Int((Double($0) * step).rounded()) }
  }
}

extension DataTable {
  fileprivate mutating func append(
    _ name: String, _ values: [Double], _ chosen: [Int], count: Int
  ) {
    header.append(name)
    for (row, index) in chosen.enumerated() {
      rows[row].append(index < count ? NumberFormat.shortest.text(values[index]) : "")
    }
  }
}
