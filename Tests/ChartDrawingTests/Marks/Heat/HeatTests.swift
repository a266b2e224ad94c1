import Charts
import Testing

@testable import ChartDrawing

@Suite struct HeatTests {
  private func place(_ chart: Chart) -> MarkPlace {
    var (x, y) = (Extent(), Extent())
    for mark in chart.marks { mark.drawn.extend(&x, &y, in: chart) }
    let frame = Frame(width: 300, height: 200)
    return MarkPlace(
      chart: chart, series: 0,
      x: AxisPlan(chart.x, extent: x, from: 0, to: 300, count: 5, padded: false).scale,
      y: AxisPlan(chart.y, extent: y, from: 200, to: 0, count: 5, padded: false).scale,
      frame: frame, layout: .wide, language: .english)
  }

  /// The colours that the paths in a picture paint, row by row from the bottom.
  private func painted(_ svg: String, columns: Int, rows: Int) -> [Int] {
    var cells = [Int](repeating: -1, count: columns * rows)
    for line in svg.split(separator: "\n") {
      guard let name = line.split(separator: "heat-").dropFirst().first,
        let data = line.split(separator: " d=\"").dropFirst().first
      else { continue }
      let color = Int(name.prefix { $0.isNumber }) ?? 0
      var (x, y) = (0, 0)
      var numbers: [Int] = []
      var command: Character = "M"
      var digits = ""
      func take() {
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
        if command == "h", numbers.count == 1 {
          for column in x..<(x + numbers[0]) { cells[y * columns + column] = color }
          x += numbers[0]
          numbers = []
        } else if numbers.count == 2 {
          (x, y) = command == "M" ? (numbers[0], numbers[1]) : (x + numbers[0], y + numbers[1])
          numbers = []
        }
      }
      for character in data.prefix(while: { $0 != "\"" }) {
        if character.isNumber || character == "-" {
          digits.append(character)
        } else {
          take()
          if "Mmh".contains(character) { command = character }
        }
      }
      take()
    }
    return cells
  }

  @Test(arguments: [false, true])
  func thePathsPaintEveryCellInItsColor(isNoisy: Bool) throws {
    var state: UInt32 = 7
    let chart = HeatMap(x: 0...19, y: 0...14, columns: 20, rows: 15) { x, y in
      state = state &* 1_664_525 &+ 1_013_904_223
      if state >> 28 == 3 { return .nan }
      return isNoisy ? Double(state >> 8) : x * y
    }.chart
    var heat: HeatMark?
    if case .heat(let mark) = chart.marks[0] { heat = mark }
    let mark = try #require(heat)
    let cells = HeatCells(mark, at: place(chart))
    var svg = SVGWriter()
    cells.draw(into: &svg, at: place(chart))
    #expect(cells.colors == mark.colorNumbers)
    #expect(painted(svg.html.markup, columns: 20, rows: 15) == cells.colors)
    #expect(Set(cells.colors).count > 8)
  }

  @Test func unevenPlacesTakeTheRoomBetweenTheirNeighbours() {
    let edges = CellEdges([0, 1, 3], on: .linear).edges
    #expect(edges == [-0.5, 0.5, 2, 4])
    let scale = PositionScale(kind: .linear, lower: -0.5, upper: 4, start: 0, end: 450)
    let lattice = CellEdges([0, 1, 3], on: .linear).lattice(scale, most: 9)
    #expect(lattice == [0, 0, 1, 1, 1, 2, 2, 2, 2])
    let upwards = PositionScale(kind: .linear, lower: -0.5, upper: 4, start: 450, end: 0)
    #expect(CellEdges([0, 1, 3], on: .linear).lattice(upwards, most: 9) == lattice)
  }

  @Test func evenRatiosAreEvenCellsOnALogarithmicAxis() {
    let places = [0.01, 0.1, 1]
    let edges = CellEdges(places, on: .log).edges
    #expect(edges.count == 4)
    for index in 1..<4 { #expect((edges[index] / edges[index - 1] - 10).magnitude < 1e-9) }
    let scale = PositionScale(kind: .log, lower: -2.5, upper: 0.5, start: 0, end: 300)
    #expect(CellEdges(places, on: .log).lattice(scale, most: 50) == [0, 1, 2])
  }

  @Test func aboveTheLimitNothingHasAColor() {
    let mark = HeatMark(
      Grid(x: [0, 1, 2, 3], y: [0]) { x, _ in [0.2, 1, 1.1, .infinity][Int(x)] }, limit: 1)
    #expect(mark.colorNumbers == [1, ColorMap.count, 0, 0])
  }

  @Test func oneValueHasTheMiddleColor() {
    let nothing = HeatMark(Grid(x: [0, 1], y: [0, 1]) { _, _ in .nan })
    #expect(
      Chart(marks: [.heat(nothing)]).textAlternative().contains("100 % of the cells have no value.")
    )
    let mark = HeatMark(Grid(x: [0, 1], y: [0, 1]) { _, _ in 5 })
    #expect(Set(mark.colorNumbers) == [ColorMap.count / 2 + 1])
  }

  @Test func aLimitIsDrawnAndNamedWhereItIs() {
    let svg = SampleFields.stability.svg(id: "s")
    #expect(svg.contains("chart-boundary\""))
    #expect(svg.contains(">ρ = 1</text>"))
    #expect(svg.contains(">diverges</text>"))
  }

  @Test func aKnownBoundaryIsDrawnAsALineInsteadOfAlongTheCells() throws {
    func path(_ boundary: [(Double, Double)]) throws -> String {
      let map = StabilityMap(
        x: 0...4, y: 0...1, columns: 10, rows: 5, limitLabel: "2 + 2β", boundary: boundary
      ) { x, y in x > 2 + 2 * y ? 2 : 0.5 }
      let svg = map.chart.svg(id: "a")
      let line = svg.split(separator: "\n").first { $0.contains("chart-boundary\"") }
      return String(try #require(line))
    }
    // One straight piece: a move and a line.
    #expect(try path([(2, 0), (4, 1)]).contains(/d="M[0-9. ]+l[0-9.]+-[0-9.]+"/))
    #expect(try !path([]).contains(/d="M[0-9. ]+l[0-9.]+-[0-9.]+"/))
  }

  @Test func eachColorTellsItsValuesAtThePointer() {
    let map = HeatMap(x: [1, 2], y: [1, 2], valueLabel: "loss") { x, y in
      x == 2 && y == 2 ? .nan : -x * y
    }
    let html = map.chart.responsiveSVG(id: "a").markup
    for title in ["loss −2", "loss −1", "no value"] {
      // In the wide picture alone, since phones have no pointer.
      #expect(html.ranges(of: "<title>\(title)</title>").count == 1, "\(title)")
    }
    let close = HeatMap(x: [1, 2, 3], y: [1]) { x, _ in x < 3 ? 1 + x / 1000 : 9 }
    #expect(close.chart.responsiveSVG(id: "a").markup.contains("<title>1.001 … 1.002</title>"))
  }

  @Test func eachContourTellsItsLevelAtThePointer() {
    let plot = ContourPlot(x: -1...1, y: -1...1, levels: [0.25, 0.5]) { x, y in x * x - y * y }
    let html = plot.chart.responsiveSVG(id: "a").markup
    #expect(html.ranges(of: "<title>0.25</title>").count == 1)
    #expect(html.ranges(of: "<title>0.5</title>").count == 1)
  }

  @Test func theIteratesOfAPathAreWithinReachOfThePointer() {
    let plot = ContourPlot(x: -1...1, y: -1...1) { x, y in x * x + y * y }
      .trajectory([(0.5, 0.5), (0, 0)], label: "a").trajectory([(0.9, 0.5), (0, 0.1)], label: "b")
    #expect(plot.chart.dataDownload().columns == "t a1 u1 v1 a2 u2 v2")
    #expect(SampleFields.stability.dataDownload().columns == "")
  }
}
