/// A chart with the place of everything decided for one layout.
struct ChartPicture {
  private let chart: Chart
  private let layout: ChartLayout
  private let language: ChartLanguage
  private let titleLines: [String]
  private let marks: [PlottedMark]
  private let endLabels: EndLabels?
  private let legend: Legend
  private let xPlan: AxisPlan
  private let yPlan: AxisPlan
  private let frame: Frame
  /// Where the frame's left edge stands.
  private let left: Double
  /// Whether the legend fits into the row of the vertical axis's label.
  private let legendIsBesideLabel: Bool

  /// Decides where everything stands.
  init(_ chart: Chart, layout: ChartLayout, language: ChartLanguage) {
    self.chart = chart
    self.layout = layout
    self.language = language
    titleLines = TextMeasure.lines(
      chart.title, size: layout.titleSize, width: layout.width, most: 4)
    let kinds = chart.marks.map { $0.kind }
    var (xExtent, yExtent) = (Extent(), Extent())
    for kind in kinds { kind.extend(&xExtent, &yExtent, chart) }
    let margin = FrameMargin(of: kinds)
    let usual = Self.frameHeight(chart, layout, hasTitle: !titleLines.isEmpty)
    let rough = Self.verticalPlan(chart.y, yExtent, usual, margin, layout)
    let beside = kinds.map { $0.roomBeside(layout) }.max() ?? 0
    left = min(max(rough.widthOfLabels(layout) + 11, 28), layout.width * 0.4).rounded(.up)
    let unit = AxisPlan(
      chart.x, extent: xExtent, from: 0, to: 1, count: layout.horizontalTicks,
      padded: margin == .both)
    let size = FrameSize(
      chart, usual: usual, room: layout.width - left - max(beside, 14), x: unit.scale,
      y: rough.scale, layout: layout)
    yPlan = Self.verticalPlan(chart.y, yExtent, size.height, margin, layout)

    let place = MarkPlace(
      chart: chart, series: 0, seriesCount: kinds.count { $0.takesSeries }, x: unit.scale,
      y: yPlan.scale, frame: Frame(width: 1, height: size.height), layout: layout,
      language: language)
    var marks = PlottedMark.all(kinds, at: place)
    let courses = marks.compactMap { $0.place.course }
    endLabels = EndLabels(courses, layout: layout, height: size.height)
    legend = Legend(
      Legend.entries(marks, areLinesNamed: endLabels != nil, language), layout: layout)
    let labelWidth = TextMeasure.width(chart.y.label, size: layout.textSize) + 20
    legendIsBesideLabel = legend.widthOfOnlyRow.map { $0 + labelWidth <= layout.width } ?? false

    let right = max(endLabels?.width ?? 0, beside, 14).rounded(.up)
    let width = layout.width - left - right
    frame = Frame(width: min(size.width ?? width, width), height: size.height)
    xPlan = Self.horizontalPlan(chart.x, xExtent, frame, margin, layout)
    for index in marks.indices {
      marks[index].place.x = xPlan.scale
      marks[index].place.frame = frame
    }
    self.marks = marks
  }

  private static func verticalPlan(
    _ axis: Axis, _ extent: Extent, _ height: Double, _ margin: FrameMargin, _ layout: ChartLayout
  ) -> AxisPlan {
    let count = min(layout.verticalTicks, max(Int(height / (layout.row * 1.4)), 1))
    return AxisPlan(
      axis, extent: extent, from: height, to: 0, count: count, padded: margin != .none)
  }

  /// The horizontal axis with as many labels as stand side by side.
  private static func horizontalPlan(
    _ axis: Axis, _ extent: Extent, _ frame: Frame, _ margin: FrameMargin,
    _ layout: ChartLayout
  ) -> AxisPlan {
    var count = layout.horizontalTicks
    while true {
      let plan = AxisPlan(
        axis, extent: extent, from: 0, to: frame.width, count: count,
        padded: margin == .both)
      let room = plan.widthOfLabels(layout) + layout.textSize
      let places = plan.ticks.map { plan.scale.position(transformed: $0.place) }
      let fits = places.indices.dropFirst().allSatisfy { places[$0] - places[$0 - 1] >= room }
      if fits || count <= 1 { return plan }
      count -= 1
    }
  }

  private static func frameHeight(
    _ chart: Chart, _ layout: ChartLayout, hasTitle: Bool
  ) -> Double {
    let above = (hasTitle ? layout.titleRow : 0) + layout.row
    return layout.height - above - footer(chart, layout) - headRoom
  }

  private static func footer(_ chart: Chart, _ layout: ChartLayout) -> Double {
    layout.row + 8 + (chart.x.label.isEmpty ? 0 : layout.row)
  }

  private static var headRoom: Double { 10 }

  private var legendHeight: Double {
    legendIsBesideLabel ? 0 : Double(legend.rows.count) * layout.row
  }

  private var titleHeight: Double { Double(titleLines.count) * layout.titleRow }

  private var top: Double { titleHeight + legendHeight + layout.row + Self.headRoom }

  /// The picture's height in units.
  var height: Double { top + frame.height + Self.footer(chart, layout) }

  /// Draws everything, from back to front.
  func draw(into svg: inout SVGWriter) {
    drawHeader(into: &svg)
    svg.open(
      "g",
      [("transform", "translate(" + Coordinate.text(left) + " " + Coordinate.text(top) + ")")])
    yPlan.drawGrid(into: &svg, frame: frame, isVertical: true)
    xPlan.drawGrid(into: &svg, frame: frame, isVertical: false)
    yPlan.drawVertical(into: &svg, layout: layout)
    xPlan.drawHorizontal(into: &svg, frame: frame, layout: layout)
    for mark in marks { mark.kind.draw(&svg, mark.place) }
    endLabels?.draw(into: &svg, frame: frame, layout: layout)
    let courses = marks.compactMap { $0.place.course }
    DivergenceNotes(courses, frame: frame, layout: layout).draw(into: &svg)
    if marks.allSatisfy({ $0.isEmpty }) {
      label(language.noData, &svg, x: frame.width / 2, y: frame.height / 2, anchor: "middle")
    }
    if !chart.x.label.isEmpty {
      label(
        chart.x.label, &svg, x: frame.width / 2,
        y: frame.height + 7 + layout.textSize + layout.row, anchor: "middle")
    }
    svg.close("g")
  }

  private func drawHeader(into svg: inout SVGWriter) {
    for (number, line) in titleLines.enumerated() {
      let y = Double(number) * layout.titleRow + layout.titleSize
      svg.element(
        "text", [("class", "chart-title"), ("x", "0"), ("y", Coordinate.text(y))], content: line)
    }
    let baseline = titleHeight + legendHeight + layout.textSize
    label(chart.y.label, &svg, x: 0, y: baseline, anchor: "start")
    if legendIsBesideLabel, let width = legend.widthOfOnlyRow {
      legend.draw(into: &svg, x: layout.width - width, baseline: baseline)
    } else {
      legend.draw(into: &svg, x: 0, baseline: titleHeight + layout.textSize)
    }
  }

  private func label(
    _ text: String, _ svg: inout SVGWriter, x: Double, y: Double, anchor: String
  ) {
    guard !text.isEmpty else { return }
    svg.element(
      "text",
      [
        ("class", "chart-label"), ("x", Coordinate.text(x)), ("y", Coordinate.text(y)),
        ("text-anchor", anchor),
      ], content: text)
  }
}
