import Charts
import Numerals

extension Grid {
  /// The value at a node.
  subscript(column: Int, row: Int) -> Double { values[row * x.count + column] }

  /// The index of the node with the smallest finite value; of equal ones the first.
  var lowestNode: Int? {
    var lowest: Int?
    for (index, value) in values.enumerated() where value.isFinite {
      if lowest.map({ value < values[$0] }) ?? true { lowest = index }
    }
    return lowest
  }

  /// Returns the coordinates of a node.
  func place(ofNode node: Int) -> (x: Double, y: Double) {
    (x[node % x.count], y[node / x.count])
  }

  /// True when all finite values are equal.
  var isConstant: Bool {
    let values = sortedValues
    return values.first == values.last
  }

  /// Returns the grid as a table: all of its rows, and at most eight of its columns.
  func columns(in chart: Chart) -> [DataColumn] {
    guard !values.isEmpty else { return [] }
    let corner = chart.y.name + " \\ " + (chart.x.label.isEmpty ? "x" : chart.x.label)
    var columns = [DataColumn(name: corner, content: .numbers(y), arePlaces: true)]
    let most = min(x.count, 8)
    let step = most > 1 ? Double(x.count - 1) / Double(most - 1) : 0
    for number in 0..<most {
      let column = Int((Double(number) * step).rounded())
      columns.append(
        .values(
          NumberFormat.general(digits: 4).typeset(x[column]),
          .numbers(y.indices.map { self[column, $0] })))
    }
    return columns
  }
}
