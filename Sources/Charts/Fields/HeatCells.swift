import Numerals

/// The cells of a map on an even lattice, each with the number of its colour.
struct HeatCells {
  /// The number of parts from left to right.
  let columns: Int
  /// The number of parts from the bottom to the top.
  let rows: Int
  /// The colours' numbers, row by row, 0 for none.
  let colors: [Int]
  private let mark: HeatMark

  /// Finds the cells of a map in a frame.
  init(_ mark: HeatMark, at place: MarkPlace) {
    self.mark = mark
    let (chart, grid) = (place.chart, mark.grid)
    let xs = grid.x.indices.filter { PositionScale.places(grid.x[$0], on: chart.x.scale) }
    let ys = grid.y.indices.filter { PositionScale.places(grid.y[$0], on: chart.y.scale) }
    let across = CellEdges(grid.x, on: chart.x.scale).lattice(place.x, most: 120).map { xs[$0] }
    let upwards = CellEdges(grid.y, on: chart.y.scale).lattice(place.y, most: 80).map { ys[$0] }
    let numbers = mark.colorNumbers
    (columns, rows) = (across.count, upwards.count)
    var colors: [Int] = []
    colors.reserveCapacity(columns * rows)
    for row in upwards {
      for column in across { colors.append(numbers[row * grid.x.count + column]) }
    }
    self.colors = colors
  }

  /// Draws the cells: for each colour one path of horizontal strokes, as high as a row, in units of
  /// the lattice. That is the shortest text for thousands of cells.
  func draw(into svg: inout SVGWriter, frame: Frame) {
    guard columns > 0, rows > 0 else { return }
    let format = NumberFormat.general(digits: 6)
    let width = frame.width / Double(columns)
    let height = frame.height / Double(rows)
    let matrix = [width, 0, 0, -height, 0, frame.height - height / 2]
    svg.open(
      "g",
      [
        ("class", "chart-cells"),
        ("transform", "matrix(" + matrix.map { format.text($0) }.joined(separator: " ") + ")"),
      ])
    for (number, data) in paths.enumerated() where !data.isEmpty {
      svg.element("path", [("class", mark.className(ofColor: number)), ("d", data)])
    }
    svg.close("g")
  }

  /// The path of each colour's number.
  private var paths: [String] {
    var paths = [String](repeating: "", count: (colors.max() ?? 0) + 1)
    for row in 0..<rows {
      var start = 0
      for column in 1...columns {
        let color = colors[row * columns + start]
        if column < columns, colors[row * columns + column] == color { continue }
        paths[color] += "M\(start) \(row)h\(column - start)"
        start = column
      }
    }
    return paths
  }

  /// The middle and the side of the largest square of one colour, in parts of the lattice.
  func largestSquare(of color: Int) -> (column: Double, row: Double, side: Int)? {
    var sides = [Int](repeating: 0, count: colors.count)
    var best: (column: Double, row: Double, side: Int)?
    for row in 0..<rows {
      for column in 0..<columns where colors[row * columns + column] == color {
        let index = row * columns + column
        let isInner = row > 0 && column > 0
        sides[index] =
          isInner
          ? 1 + min(sides[index - 1], sides[index - columns], sides[index - columns - 1]) : 1
        if sides[index] > best?.side ?? 0 {
          let half = Double(sides[index]) / 2
          best = (Double(column) + 1 - half, Double(row) + 1 - half, sides[index])
        }
      }
    }
    return best
  }
}
