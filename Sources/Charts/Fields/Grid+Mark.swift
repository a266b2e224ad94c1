import Numerals
import Transcript

// What marks that show a grid have in common.
extension Grid {
  /// Writes the grid so that `init(from:)` reads the same, to the bit.
  func write(to writer: inout ByteWriter) {
    writer.write(x)
    writer.write(y)
    writer.write(values)
  }

  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let (x, y) = (try reader.doubles(), try reader.doubles())
    guard let grid = Grid(x: x, y: y, values: try reader.doubles()) else { throw .malformed }
    self = grid
  }

  /// Whether all finite values are the same.
  var isConstant: Bool {
    let values = sortedValues
    return values.first == values.last
  }

  /// The grid as a table with a row for each row and a column for some of its columns.
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
          NumberFormat.general(digits: 4).text(x[column]),
          .numbers(y.indices.map { self[column, $0] })))
    }
    return columns
  }
}

extension Chart {
  /// The trajectories with the numbers of their series.
  var trajectories: [(mark: TrajectoryMark, series: Int)] {
    var series = 0
    var result: [(mark: TrajectoryMark, series: Int)] = []
    for mark in marks {
      if mark.kind.takesSeries { series += 1 }
      if case .trajectory(let trajectory) = mark { result.append((trajectory, series)) }
    }
    return result
  }
}
