import Charts

extension ScatterMark: DrawnMark {
  var margin: FrameMargin { .both }
  var symbol: LegendSymbol { .marker }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for index in placed(in: chart) {
      x.include(self.x[index])
      y.include(self.y[index])
    }
  }

  /// Returns the indices of the points that have a position on the chart's axes.
  func placed(in chart: Chart) -> [Int] {
    (0..<count).filter {
      PositionScale.places(x[$0], on: chart.x.scale)
        && PositionScale.places(y[$0], on: chart.y.scale)
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .numbers([Double](x.prefix(count)))),
      .values(label ?? chart.y.name, .numbers([Double](y.prefix(count)))),
    ]
  }

  var kind: Mark.Kind { .scatter }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(
      chart: language.say("Scatter plot", "散点图"), many: language.say("series of points", "组点"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let shown = placed(in: chart)
    let (across, up) = (Extent(of: shown.map { x[$0] }), Extent(of: shown.map { y[$0] }))
    var sentences: [String] = []
    let places = chart.x.label.isEmpty ? "x" : chart.x.label
    switch language {
    case .english:
      let name = chart.englishSubject(label ?? "Points")
      let count = shown.count == 1 ? "one point" : "\(shown.count) points"
      sentences.append(
        shown.isEmpty
          ? name + ": no points."
          : name + ": \(count), \(places) \(across.english), \(chart.y.name) \(up.english)"
            + trend(shown, places, language) + ".")
    case .chinese:
      let name = label ?? "点"
      sentences.append(
        shown.isEmpty
          ? name + "：没有点。"
          : name + "：\(shown.count) 个点，\(places) \(across.chinese)，\(chart.y.name) \(up.chinese)"
            + trend(shown, places, language) + "。")
    }
    return sentences + language.leftOut(count - shown.count)
  }
}

extension ScatterMark {
  /// Returns a clause for points that all rise or all fall from left to right.
  private func trend(_ shown: [Int], _ places: String, _ language: ChartLanguage) -> String {
    let sorted = shown.sorted { (x[$0], $0) < (x[$1], $1) }
    let areApart = zip(sorted, sorted.dropFirst()).allSatisfy { x[$0] < x[$1] }
    let turns = LineTurns(sorted.map { y[$0] })
    guard areApart, turns.isMonotonic else { return "" }
    return turns.falls
      ? language.say(", falling throughout as \(places) grows", "，随 \(places) 增大一直下降")
      : language.say(", rising throughout as \(places) grows", "，随 \(places) 增大一直上升")
  }

  func dataPoints(at place: MarkPlace) -> [PlottedPoint] {
    placed(in: place.chart).map {
      PlottedPoint(x: place.x.position(x[$0]), y: place.y.position(y[$0]))
    }
    .filter { place.frame.contains($0) }.sifted(most: Self.mostPoints)
  }

  /// The largest number of points that are drawn; of more, overlapping ones are left out.
  private static var mostPoints: Int { 700 }
  /// The largest number of points for which each one has a title with its values.
  private static var mostTitles: Int { 40 }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let marker = Marker(series: place.series)
    let shown = placed(in: place.chart).map { index in
      (index, PlottedPoint(x: place.x.position(x[index]), y: place.y.position(y[index])))
    }
    .filter { place.frame.contains($0.1) }
    svg.open("g", [("class", SeriesStyle.className(series: place.series))])
    if place.hasTitles, shown.count <= Self.mostTitles {
      svg.open("g", [("class", marker.className)])
      for (index, point) in shown {
        var data = PathData()
        marker.draw(at: point, into: &data)
        let text = place.pairText(x[index], y[index])
        svg.element("path", [("d", data.text)], title: label.map { $0 + ": " + text } ?? text)
      }
      svg.close("g")
    } else {
      var data = PathData()
      for point in shown.map({ $0.1 }).sifted(most: Self.mostPoints) {
        marker.draw(at: point, into: &data)
      }
      if !data.text.isEmpty {
        svg.element("path", [("class", marker.className), ("d", data.text)])
      }
    }
    svg.close("g")
  }
}

extension [PlottedPoint] {
  /// Returns at most `most` of the points. Of the points in each cell of a grid only the first is
  /// kept; the cells start at one unit and grow as needed.
  func sifted(most: Int) -> [PlottedPoint] {
    var (points, side) = (self, 1.0)
    while points.count > most, side < 4096 {
      var taken: Set<UInt64> = []
      let size = side
      points = points.filter { point in
        let column = UInt64(Swift.max(point.x / size, 0)) & 0xFFFF_FFFF
        let row = UInt64(Swift.max(point.y / size, 0)) & 0xFFFF_FFFF
        return taken.insert(row << 32 | column).inserted
      }
      side *= 1.5
    }
    return points
  }
}
