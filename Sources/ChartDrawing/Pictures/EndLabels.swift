/// The names of series beside the ends of their lines.
struct EndLabels {
  /// One name.
  struct Label {
    /// The series' number.
    var series: Int
    var text: String
    /// The vertical position of the line's end, from the frame's top.
    var end: Double
    /// The label's vertical position, moved to avoid overlaps.
    var y: Double
  }

  /// The names, from top to bottom.
  private(set) var labels: [Label] = []
  /// The width that they need beside the frame.
  let width: Double

  /// Places the names; nil when there are too many lines, when a name is too long, when a line ends
  /// far from the frame's right edge, or when a name would be far from its line.
  init?(_ courses: [LineCourse], layout: ChartLayout, height: Double) {
    let named = courses.filter { $0.note == nil && $0.label != nil }
    guard courses.count <= 4 else { return nil }
    for course in named {
      guard let text = course.label, let last = course.shown.last, last.x > 0.97 else {
        return nil
      }
      labels.append(Label(series: course.series, text: text, end: last.y, y: last.y))
    }
    labels.sort { ($0.end, $0.series) < ($1.end, $1.series) }
    let spacing = layout.row - 2
    Self.pushApart(&labels, spacing: spacing, height: height)
    let widest = labels.map { TextMeasure.width($0.text, size: layout.textSize) }.max()
    width = widest.map { $0 + Self.gap } ?? 0
    guard width <= layout.width * 0.3,
      labels.allSatisfy({ ($0.y - $0.end).magnitude <= 2.6 * spacing })
    else { return nil }
  }

  private static var gap: Double { 22 }

  /// Moves names that are too close to each other apart, as little as possible.
  private static func pushApart(_ labels: inout [Label], spacing: Double, height: Double) {
    var groups: [(center: Double, count: Double)] = []
    for label in labels {
      groups.append((label.end, 1))
      while groups.count > 0 {
        let last = groups.count - 1
        let half = (groups[last].count - 1) / 2 * spacing
        groups[last].center = min(max(groups[last].center, half), height - half)
        guard last > 0 else { break }
        let (above, below) = (groups[last - 1], groups[last])
        let distance = (above.count + below.count) / 2 * spacing
        if below.center - above.center >= distance { break }
        let count = above.count + below.count
        groups.removeLast()
        groups[last - 1] = (
          (above.center * above.count + below.center * below.count) / count, count
        )
      }
    }
    var index = 0
    for group in groups {
      for place in 0..<Int(group.count) {
        labels[index].y = group.center + (Double(place) - (group.count - 1) / 2) * spacing
        index += 1
      }
    }
  }

  /// Draws the names to the right of the frame, with a lead to the line for a name that was moved.
  func draw(into svg: inout SVGWriter, frame: Frame, layout: ChartLayout) {
    for label in labels {
      svg.open("g", [("class", SeriesStyle.className(series: label.series))])
      var lead = PathData()
      lead.move(toX: frame.width + 4, y: label.end)
      lead.line(toX: frame.width + 16, y: label.y)
      if (label.end - label.y).magnitude > 3 {
        svg.element("path", [("class", "chart-lead"), ("d", lead.text)])
      }
      let isMoved = (label.end - label.y).magnitude > 3
      svg.element(
        "text",
        [
          ("class", "chart-name"), ("x", Coordinate.text(frame.width + (isMoved ? 19 : 8))),
          ("y", Coordinate.text(label.y + layout.textSize * 0.35)),
        ], content: label.text)
      svg.close("g")
    }
  }
}
