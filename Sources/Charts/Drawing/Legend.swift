/// Samples of lines with what they stand for, in rows.
struct Legend {
  /// One sample.
  struct Entry {
    /// The series' number; nil for what concerns all of them.
    var series: Int?
    /// The class of the sample line.
    var className: String
    /// What it stands for.
    var text: String
  }

  /// The entries, row by row.
  private(set) var rows: [[Entry]] = []
  private let layout: ChartLayout

  /// Breaks entries into rows of the picture's width.
  init(_ entries: [Entry], layout: ChartLayout) {
    self.layout = layout
    var used = Double.infinity
    for entry in entries {
      let width = width(of: entry)
      if used + width > layout.width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += width
    }
  }

  /// The room that the only row needs; nil if there are several or none.
  var widthOfOnlyRow: Double? {
    rows.count == 1 ? rows[0].reduce(0) { $0 + width(of: $1) } : nil
  }

  private var sample: Double { layout == .wide ? 24 : 18 }

  private func width(of entry: Entry) -> Double {
    sample + 6 + TextMeasure.width(entry.text, size: layout.textSize) + 14
  }

  /// Draws the rows; `baseline` is that of the first one.
  func draw(into svg: inout SVGWriter, x: Double, baseline: Double) {
    for (number, row) in rows.enumerated() {
      let y = baseline + Double(number) * layout.row
      var x = x
      for entry in row {
        draw(entry, into: &svg, x: x, y: y)
        x += width(of: entry)
      }
    }
  }

  private func draw(_ entry: Entry, into svg: inout SVGWriter, x: Double, y: Double) {
    let series = entry.series.map { LineCourse.className(series: $0) } ?? "series-all"
    svg.open("g", [("class", series)])
    var line = PathData()
    line.move(toX: x, y: y - layout.textSize * 0.35)
    line.line(toX: x + sample, y: y - layout.textSize * 0.35)
    svg.element("path", [("class", entry.className), ("d", line.text), ("fill", "none")])
    svg.element(
      "text",
      [
        ("class", "chart-label"), ("x", Coordinate.text(x + sample + 6)),
        ("y", Coordinate.text(y)),
      ], content: entry.text)
    svg.close("g")
  }
}
