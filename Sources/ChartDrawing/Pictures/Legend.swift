/// Samples of marks with their names, in rows.
struct Legend {
  /// One sample.
  struct Entry: Equatable {
    /// The series' number; nil for an entry that concerns all series.
    var series: Int?
    /// The sample.
    var symbol: LegendSymbol
    /// The name beside the sample.
    var text: String
  }

  /// The entries, row by row.
  private(set) var rows: [[Entry]] = []
  private let layout: ChartLayout

  /// Breaks entries into rows of the picture's width.
  init(_ entries: [Entry], layout: ChartLayout) {
    self.layout = layout
    var used = Double.infinity
    for var entry in entries {
      entry.text = TextMeasure.shortened(
        entry.text, size: layout.textSize, width: layout.width - sample - 20)
      let width = width(of: entry)
      if used + width > layout.width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += width
    }
  }

  /// The width of the row when there is only one; nil otherwise.
  var widthOfOnlyRow: Double? {
    rows.count == 1 ? rows[0].reduce(0) { $0 + width(of: $1) } : nil
  }

  private var sample: Double { layout == .wide ? 24 : 18 }

  private func width(of entry: Entry) -> Double {
    sample + 6 + TextMeasure.width(entry.text, size: layout.textSize) + 14
  }

  /// Draws the rows; `baseline` is that of the first row.
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
    let series = entry.series.map { SeriesStyle.className(series: $0) } ?? "series-all"
    svg.open("g", [("class", series)])
    draw(entry, into: &svg, x: x, middle: y - layout.textSize * 0.35)
    svg.element(
      "text",
      [
        ("class", "chart-label"), ("x", Coordinate.text(x + sample + 6)),
        ("y", Coordinate.text(y)),
      ], content: entry.text)
    svg.close("g")
  }

  private func draw(_ entry: Entry, into svg: inout SVGWriter, x: Double, middle: Double) {
    var data = PathData()
    switch entry.symbol {
    case .line(let className):
      data.move(toX: x, y: middle)
      data.line(toX: x + sample, y: middle)
      svg.element("path", [("class", className), ("d", data.text)])
    case .marker:
      let marker = Marker(series: entry.series ?? 1)
      marker.draw(at: PlottedPoint(x: x + sample / 2, y: middle), into: &data)
      svg.element("path", [("class", marker.className), ("d", data.text)])
    case .field(let className):
      data.rectangle(x: x, y: middle - 5, width: sample, height: 10)
      svg.element("path", [("class", className), ("d", data.text)])
    }
  }

  /// Returns the entries for marks that have a label and are not labelled elsewhere, and for the
  /// raw and the smoothed line of noisy series.
  static func entries(
    _ marks: [PlottedMark], areLinesNamed: Bool, _ language: ChartLanguage
  ) -> [Entry] {
    var entries: [Entry] = []
    for plotted in marks {
      let mark = plotted.mark
      let isNamed =
        plotted.place.course == nil
        ? !mark.takesSeries || plotted.place.frameTexts.hasName(ofSeries: plotted.place.series)
        : areLinesNamed
      guard let label = mark.label, !isNamed else { continue }
      entries.append(Entry(series: plotted.place.series, symbol: mark.symbol, text: label))
    }
    let courses = marks.compactMap { $0.place.course }
    let noisy = courses.filter { $0.calm != nil }
    guard let first = noisy.first else { return entries }
    let window = noisy.allSatisfy { $0.window == first.window } ? first.window : nil
    let series = courses.count == 1 ? first.series : nil
    entries.append(Entry(series: series, symbol: .line("chart-raw"), text: language.eachValue))
    entries.append(
      Entry(series: series, symbol: .line("chart-line"), text: language.mean(of: window)))
    return entries
  }
}
