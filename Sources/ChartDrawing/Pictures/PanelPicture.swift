import Charts

/// A chart of panels with shared axes, laid out for one size.
struct PanelPicture {
  private struct Cell {
    var title: String
    var marks: [PlottedMark]
    var x: Double
    var y: Double
    var isFirst: Bool
    var isLowest: Bool
  }

  private let layout: ChartLayout
  private let language: ChartLanguage
  private let surroundings: Surroundings
  private let frame: Frame
  private let xPlan: AxisPlan
  private let yPlan: AxisPlan
  private let rowCount: Int
  private let rowHeight: Double
  private let left: Double
  private let right: Double
  private var cells: [Cell] = []

  /// Lays out the picture.
  init(_ chart: Chart, layout: ChartLayout, language: ChartLanguage, hasTitles: Bool = false) {
    self.layout = layout
    self.language = language
    let charts = chart.panelCharts
    var (xExtent, yExtent) = (Extent(), Extent())
    for panel in charts {
      for mark in panel.marks { mark.drawn.extend(&xExtent, &yExtent, in: panel) }
    }
    let margin = FrameMargin(of: charts.flatMap { $0.marks.map { $0.drawn.margin } })
    let columns = Self.columns(charts.count, layout)
    rowCount = (charts.count + columns - 1) / columns
    let rough = AxisPlan(
      vertical: chart.y, extent: yExtent, height: 100, margin: margin, layout: layout, count: 4)
    left = min(max(rough.widthOfLabels(layout) + 11, 28), layout.width * 0.4).rounded(.up)
    let unit = AxisPlan(
      chart.x, extent: xExtent, from: 0, to: 1, count: layout.horizontalTicks / columns,
      padded: margin == .both)
    let overhang = unit.overhang(width: layout.width * 0.8 / Double(columns), layout)
    let gap = max(28, overhang.left + overhang.right + 8).rounded(.up)
    right = max(14, overhang.right).rounded(.up)
    let width = (layout.width - left - right - Double(columns - 1) * gap) / Double(columns)
    let height = chart.aspect == .wide ? width * (columns == 1 ? 0.5 : 0.75) : width
    frame = Frame(width: width, height: height.rounded())
    rowHeight = frame.height + layout.row + 26
    xPlan = AxisPlan(
      horizontal: chart.x, extent: xExtent, width: frame.width, margin: margin, layout: layout)
    yPlan = AxisPlan(
      vertical: chart.y, extent: yExtent, height: frame.height, margin: margin, layout: layout,
      count: 4)
    for (index, panel) in charts.enumerated() {
      let title = TextMeasure.shortened(
        panel.title, size: layout.textSize, width: width, weight: .bold)
      cells.append(
        Cell(
          title: title, marks: [], x: Double(index % columns) * (width + gap),
          y: Double(index / columns) * rowHeight, isFirst: index % columns == 0,
          isLowest: index + columns >= charts.count))
    }
    var entries: [Legend.Entry] = []
    for (index, panel) in charts.enumerated() {
      cells[index].marks = PlottedMark.all(
        panel, x: xPlan.scale, y: yPlan.scale, frame: frame, layout: layout, language: language,
        hasTitles: hasTitles)
      for entry in Legend.entries(cells[index].marks, areLinesNamed: false, language)
      where !entries.contains(entry) { entries.append(entry) }
    }
    surroundings = Surroundings(chart, entries, layout: layout)
  }

  private static func columns(_ count: Int, _ layout: ChartLayout) -> Int {
    switch layout {
    case .wide: count == 4 ? 2 : min(max(count, 1), 3)
    case .narrow: count < 3 ? 1 : 2
    }
  }

  /// The height of all rows, without the ticks of the lowest one.
  private var gridHeight: Double { Double(rowCount - 1) * rowHeight + frame.height }

  private var top: Double { surroundings.top + layout.row }

  /// The picture's height in units.
  var height: Double { top + gridHeight + surroundings.bottom }

  /// The position of each frame and the domains of its axes.
  var panels: [PanelGeometry] {
    cells.map {
      PanelGeometry(left: left + $0.x, top: top + $0.y, frame: frame, x: xPlan, y: yPlan)
    }
  }

  /// Draws everything, panel by panel.
  func draw(into svg: inout SVGWriter) {
    surroundings.drawAbove(into: &svg)
    for cell in cells {
      let corner = Coordinate.text(left + cell.x) + " " + Coordinate.text(top + cell.y)
      svg.open("g", [("transform", "translate(" + corner + ")")])
      draw(cell, into: &svg)
      svg.close("g")
    }
    let corner = Coordinate.text(left) + " " + Coordinate.text(top)
    svg.open("g", [("transform", "translate(" + corner + ")")])
    let all = Frame(width: layout.width - left - right, height: gridHeight)
    surroundings.drawBelow(all, left: left, into: &svg)
    svg.close("g")
  }

  private func draw(_ cell: Cell, into svg: inout SVGWriter) {
    AxisPlan.drawGrid(x: xPlan, y: yPlan, into: &svg, frame: frame)
    if cell.isFirst { yPlan.drawVertical(into: &svg, layout: layout) }
    xPlan.drawHorizontal(
      into: &svg, frame: frame, layout: layout, hasLabels: cell.isLowest)
    for mark in cell.marks { mark.draw(into: &svg) }
    let courses = cell.marks.compactMap { $0.place.course }
    DivergenceNotes(courses, frame: frame, layout: layout).draw(into: &svg)
    if cell.marks.allSatisfy({ $0.isEmpty }) {
      svg.label(language.noData, x: frame.width / 2, y: frame.height / 2, anchor: "middle")
    }
    if !cell.title.isEmpty {
      svg.element(
        "text", [("class", "chart-panel"), ("x", "0"), ("y", Coordinate.text(-8))],
        content: cell.title)
    }
  }
}
