import Charts
import Numerals

/// The cells of a heat map on an even lattice, each with the number of its colour.
struct HeatCells {
  /// The number of parts from left to right.
  let columns: Int
  /// The number of parts from the bottom to the top.
  let rows: Int
  /// The colours' numbers, row by row from the bottom; 0 for no colour.
  let colors: [Int]
  private let mark: HeatMark

  /// Computes the cells of a map in a frame.
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
  /// the lattice. That is the shortest markup for thousands of cells.
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let frame = place.frame
    guard columns > 0, rows > 0 else { return }
    let format = NumberFormat.general(digits: 6)
    let width = frame.width / Double(columns)
    let height = frame.height / Double(rows)
    let matrix = [width, 0, 0, -height, 0, frame.height - height / 2]
    if !mark.kinds.isEmpty {
      // Colours of kinds are translucent; the grid must not show through.
      svg.element(
        "rect",
        [
          ("class", "chart-ground"), ("width", Coordinate.text(frame.width)),
          ("height", Coordinate.text(frame.height)),
        ])
    }
    svg.open(
      "g",
      [
        ("class", "chart-cells"),
        ("transform", "matrix(" + matrix.map { format.text($0) }.joined(separator: " ") + ")"),
      ])
    for layer in layers {
      svg.element(
        "path", [("class", mark.className(ofColor: layer.color)), ("d", layer.data)],
        title: place.hasTitles ? mark.title(ofColor: layer.color, place.language) : nil)
    }
    svg.close("g")
  }

  private typealias Layer = (color: Int, data: String)

  /// The paths, from back to front: each colour's cells alone, or each colour painted over the ones
  /// before it, so that neighbouring colours share an edge; whichever is shorter.
  private var layers: [Layer] {
    let present = (0...(colors.max() ?? 0)).filter { colors.contains($0) }
    let alone = present.map { color -> Layer in (color: color, data: path { $0 == color }) }
    guard mark.kinds.isEmpty else { return alone }
    let stacked = present.map { color -> Layer in (color: color, data: path { $0 >= color }) }
    func length(_ layers: [Layer]) -> Int { layers.reduce(0) { $0 + $1.data.utf8.count } }
    return length(stacked) < length(alone) ? stacked : alone
  }

  /// Returns the path data of strokes over the cells with the chosen colours.
  private func path(_ isChosen: (Int) -> Bool) -> String {
    var path = ""
    var pen = (x: 0, y: 0)
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let start = column
        while column < columns, isChosen(colors[row * columns + column]) { column += 1 }
        guard column > start else {
          column += 1
          continue
        }
        let absolute = "M\(start) \(row)"
        let relative = "m\(start - pen.x) \(row - pen.y)"
        path += relative.utf8.count < absolute.utf8.count && !path.isEmpty ? relative : absolute
        path += "h\(column - start)"
        pen = (column, row)
      }
    }
    return path
  }

  /// Returns the centre and the side of the largest square of one colour, in parts of the lattice.
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
