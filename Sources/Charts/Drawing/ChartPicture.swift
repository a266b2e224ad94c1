/// A chart with the place of everything decided for one layout.
struct ChartPicture {
  private let chart: Chart
  private let layout: ChartLayout
  private let language: ChartLanguage
  private let titleLines: [String]
  private let courses: [LineCourse]
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
    let height = Self.frameHeight(chart, layout, hasTitle: !titleLines.isEmpty)

    var (xExtent, yExtent) = (Extent(), Extent())
    for mark in chart.marks { mark.extend(&xExtent, &yExtent, in: chart) }
    yPlan = AxisPlan(
      chart.y, extent: yExtent, from: height, to: 0, count: layout.verticalTicks, padded: true)
    let unit = AxisPlan(
      chart.x, extent: xExtent, from: 0, to: 1, count: layout.horizontalTicks, padded: false)

    courses = Self.courses(chart, unit.scale, yPlan.scale, height, language)
    endLabels = EndLabels(courses, layout: layout, height: height)
    legend = Legend(
      Self.entries(courses, endLabels != nil, language), layout: layout)
    let labelWidth = TextMeasure.width(chart.y.label, size: layout.textSize) + 20
    legendIsBesideLabel = legend.widthOfOnlyRow.map { $0 + labelWidth <= layout.width } ?? false

    left = min(max(yPlan.widthOfLabels(layout) + 11, 28), layout.width * 0.4).rounded(.up)
    let right = max(endLabels?.width ?? 0, 14).rounded(.up)
    frame = Frame(width: layout.width - left - right, height: height)
    xPlan = Self.horizontalPlan(chart.x, xExtent, frame, layout)
  }

  private static func courses(
    _ chart: Chart, _ x: PositionScale, _ y: PositionScale, _ height: Double,
    _ language: ChartLanguage
  ) -> [LineCourse] {
    var courses: [LineCourse] = []
    for mark in chart.marks {
      switch mark {
      case .line(let line):
        courses.append(
          LineCourse(
            line, series: courses.count + 1, in: chart, x: x, y: y,
            frame: Frame(width: 1, height: height), language: language))
      }
    }
    return courses
  }

  private static func entries(
    _ courses: [LineCourse], _ hasEndLabels: Bool, _ language: ChartLanguage
  ) -> [Legend.Entry] {
    var entries: [Legend.Entry] = []
    if !hasEndLabels {
      for course in courses {
        guard let label = course.label else { continue }
        entries.append(
          Legend.Entry(series: course.series, className: "chart-line", text: label))
      }
    }
    let noisy = courses.filter { $0.calm != nil }
    guard let first = noisy.first else { return entries }
    let window = noisy.allSatisfy { $0.window == first.window } ? first.window : nil
    let series = courses.count == 1 ? first.series : nil
    entries.append(
      Legend.Entry(series: series, className: "chart-raw", text: language.eachValue))
    entries.append(
      Legend.Entry(series: series, className: "chart-line", text: language.mean(of: window)))
    return entries
  }

  /// The horizontal axis with as many labels as stand side by side.
  private static func horizontalPlan(
    _ axis: Axis, _ extent: Extent, _ frame: Frame, _ layout: ChartLayout
  ) -> AxisPlan {
    var count = layout.horizontalTicks
    while true {
      let plan = AxisPlan(
        axis, extent: extent, from: 0, to: frame.width, count: count, padded: false)
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
    for course in courses { course.draw(into: &svg, frame: frame) }
    endLabels?.draw(into: &svg, frame: frame, layout: layout)
    DivergenceNotes(courses, frame: frame, layout: layout).draw(into: &svg)
    if courses.allSatisfy({ $0.points.isEmpty && $0.note == nil }) {
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
