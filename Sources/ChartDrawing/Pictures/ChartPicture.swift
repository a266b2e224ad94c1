import Charts

/// A chart with one frame, laid out for one size.
struct ChartPicture {
  private let layout: ChartLayout
  private let language: ChartLanguage
  private let surroundings: Surroundings
  private let marks: [PlottedMark]
  private let endLabels: EndLabels?
  private let xPlan: AxisPlan
  private let yPlan: AxisPlan
  private let frame: Frame
  /// The position of the frame's left edge.
  private let left: Double

  /// Lays out the picture.
  init(_ chart: Chart, layout: ChartLayout, language: ChartLanguage, hasTitles: Bool = false) {
    self.layout = layout
    self.language = language
    let drawn = chart.marks.map { $0.drawn }
    var (xExtent, yExtent) = (Extent(), Extent())
    for mark in drawn { mark.extend(&xExtent, &yExtent, in: chart) }
    let margin = FrameMargin(of: drawn.map { $0.margin })
    let usual = Surroundings.usualFrameHeight(chart, layout)
    let rough = AxisPlan(
      vertical: chart.y, extent: yExtent, height: usual, margin: margin, layout: layout)
    let beside = drawn.map { $0.roomBeside(layout) }.max() ?? 0
    let unit = AxisPlan(
      chart.x, extent: xExtent, from: 0, to: 1, count: layout.horizontalTicks,
      padded: margin == .both)
    let overhang = unit.overhang(width: layout.width * 0.8, layout)
    left = min(
      max(rough.widthOfLabels(layout) + 11, overhang.left, 28), layout.width * 0.4
    ).rounded(.up)
    let size = FrameSize(
      chart, usual: usual, room: layout.width - left - max(beside, 14), x: unit.scale,
      y: rough.scale, layout: layout)
    yPlan = AxisPlan(
      vertical: chart.y, extent: yExtent, height: size.height, margin: margin, layout: layout)

    let place = MarkPlace(
      chart: chart, series: 0, x: unit.scale, y: yPlan.scale,
      frame: Frame(width: 1, height: size.height), layout: layout, language: language,
      hasTitles: hasTitles)
    var marks = PlottedMark.all(drawn, at: place)
    endLabels = EndLabels(
      marks.compactMap { $0.place.course }, layout: layout, height: size.height)
    let right = max(endLabels?.width ?? 0, beside, overhang.right, 14).rounded(.up)
    let width = layout.width - left - right
    frame = Frame(width: min(size.width ?? width, width), height: size.height)
    xPlan = AxisPlan(
      horizontal: chart.x, extent: xExtent, width: frame.width, margin: margin, layout: layout)
    for index in marks.indices {
      marks[index].place.x = xPlan.scale
      marks[index].place.frame = frame
    }
    PlottedMark.shareTexts(among: &marks)
    let heat = chart.marks.lazy.compactMap { if case .heat(let mark) = $0 { mark } else { nil } }
    let nameOfKey = heat.first.map { [frame, left] in
      left
        + ColorKey($0, height: frame.height, layout: layout, language: language)
        .leftOfName(x: frame.width + HeatMark.gapBeforeKey)
    }
    surroundings = Surroundings(
      chart, Legend.entries(marks, areLinesNamed: endLabels != nil, language), layout: layout,
      labelEnd: nameOfKey)
    self.marks = marks
  }

  /// The picture's height in units.
  var height: Double { surroundings.top + frame.height + surroundings.bottom }

  /// The position of the frame and the domains of its axes, for the script that finds values at the
  /// pointer.
  var panels: [PanelGeometry] {
    [PanelGeometry(left: left, top: surroundings.top, frame: frame, x: xPlan, y: yPlan)]
  }

  /// Draws everything, from back to front.
  func draw(into svg: inout SVGWriter) {
    surroundings.drawAbove(into: &svg)
    let corner = Coordinate.text(left) + " " + Coordinate.text(surroundings.top)
    svg.open("g", [("transform", "translate(" + corner + ")")])
    AxisPlan.drawGrid(x: xPlan, y: yPlan, into: &svg, frame: frame)
    yPlan.drawVertical(into: &svg, layout: layout)
    xPlan.drawHorizontal(into: &svg, frame: frame, layout: layout)
    for mark in marks { mark.draw(into: &svg) }
    endLabels?.draw(into: &svg, frame: frame, layout: layout)
    let courses = marks.compactMap { $0.place.course }
    DivergenceNotes(courses, frame: frame, layout: layout).draw(into: &svg)
    if marks.allSatisfy({ $0.isEmpty }) {
      svg.label(language.noData, x: frame.width / 2, y: frame.height / 2, anchor: "middle")
    }
    surroundings.drawBelow(frame, left: left, into: &svg)
    svg.close("g")
  }
}
