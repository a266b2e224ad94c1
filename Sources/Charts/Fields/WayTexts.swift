/// The texts at trajectories and minima: where the start is, the numbers of steps, where a way leaves
/// the picture. All of a chart's are placed together, so that none covers another.
struct WayTexts {
  /// What a text belongs to.
  enum Owner: Equatable {
    /// The trajectory with this number among the chart's series.
    case series(Int)
    /// The minimum at this place.
    case minimum(Double, Double)
  }

  private struct Text {
    var owner: Owner
    var className: String
    var content: String
    var place: PlottedPoint
  }

  private var texts: [Text] = []
  private let layout: ChartLayout
  private let words: FieldWords
  /// The room that is left for other texts.
  private(set) var placement: TextPlacement

  /// Places the texts of all trajectories and minima of a chart.
  init(at place: MarkPlace) {
    layout = place.layout
    words = FieldWords(language: place.language)
    placement = TextPlacement(frame: place.frame)
    let courses = place.chart.trajectories.map {
      TrajectoryCourse($0.mark, series: $0.series, at: place)
    }
    for course in courses {
      for iterate in course.visible(in: place.frame) {
        placement.block(iterate.point, radius: course.hasDots ? 3.5 : 1.5)
      }
    }
    for course in courses { nameEnds(of: course, place.frame) }
    for case .minimum(let mark) in place.chart.marks { name(mark, place) }
    for course in courses { number(course, place.frame) }
    var blocked: Set<UInt64> = []
    for course in courses {
      // Other texts stay off the lines.
      for point in course.line.resampled(every: 10) where isFirst(at: point, among: &blocked) {
        placement.block(point, radius: 1)
      }
    }
  }

  /// Whether a point is the first in its square of two units: others there would block nothing more.
  private func isFirst(at point: PlottedPoint, among blocked: inout Set<UInt64>) -> Bool {
    let column = UInt64(max(point.x / 2, 0)) & 0xFFFF_FFFF
    let row = UInt64(max(point.y / 2, 0)) & 0xFFFF_FFFF
    return blocked.insert(row << 32 | column).inserted
  }

  /// Names the start, unless another way starts there as well, and what happens at the end.
  private mutating func nameEnds(of course: TrajectoryCourse, _ frame: Frame) {
    let owner = Owner.series(course.series)
    if let end = course.line.last {
      let note =
        course.leaving.map { words.leaves(at: $0) }
        ?? course.breakdown.map { words.breaksDown(at: $0) }
      if let note {
        put(note, owner, "chart-note", beside: end, gap: 10, covering: 100)
      }
    }
    guard let first = course.visible(in: frame).first, first.step == 0 else { return }
    placement.block(first.point, radius: layout.markerReach)
    let isNamed = texts.contains { $0.className == "chart-mark-name" && $0.owner != owner }
    if !isNamed {
      put(words.start, owner, "chart-mark-name", beside: first.point, gap: 7, covering: 1)
    }
  }

  private mutating func name(_ mark: MinimumMark, _ place: MarkPlace) {
    guard let point = place.point(mark.x, mark.y), place.frame.contains(point) else { return }
    placement.block(point, radius: layout.markerReach)
    put(
      mark.name ?? words.minimum, .minimum(mark.x, mark.y), "chart-mark-name", beside: point,
      gap: 7, covering: 3)
  }

  /// Numbers the first steps, and later ones where they stand apart.
  private mutating func number(_ course: TrajectoryCourse, _ frame: Frame) {
    guard course.hasDots else { return }
    let few = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
    let steps = layout == .wide ? few + [4, 15, 30, 40, 60, 80] : few
    for iterate in course.visible(in: frame) where steps.contains(iterate.step) {
      put(
        iterate.step.description, .series(course.series), "chart-number",
        beside: iterate.point, gap: 4, covering: 0)
    }
  }

  private mutating func put(
    _ content: String, _ owner: Owner, _ className: String, beside point: PlottedPoint,
    gap: Double, covering most: Int
  ) {
    let size = className == "chart-number" ? layout.numberSize : layout.textSize
    let place = placement.place(
      beside: point, width: TextMeasure.width(content, size: size), height: size, gap: gap,
      covering: most)
    guard let place else { return }
    texts.append(Text(owner: owner, className: className, content: content, place: place))
  }

  /// Draws the texts of one mark.
  func draw(_ owner: Owner, into svg: inout SVGWriter) {
    for text in texts where text.owner == owner {
      var className = text.className
      if case .series(let series) = owner {
        className += " " + LineCourse.className(series: series)
      }
      svg.element(
        "text",
        [
          ("class", className), ("x", Coordinate.text(text.place.x)),
          ("y", Coordinate.text(text.place.y)),
        ], content: text.content)
    }
  }
}

extension MarkPlace {
  /// The texts at the chart's trajectories and minima.
  var wayTexts: WayTexts { texts ?? WayTexts(at: self) }
}

extension Mark {
  /// Whether the mark draws texts beside ways, or keeps off them.
  var hasWayTexts: Bool {
    switch self {
    case .trajectory, .minimum, .contour, .heat: true
    case .line, .scatter, .step, .bar, .histogram, .band, .rule: false
    }
  }
}
