import Numerals

extension ScatterMark {
  /// The most points that are drawn; of more, points that hide each other are left out.
  private static var mostPoints: Int { 700 }
  /// Up to how many points each carries its values.
  private static var mostTitles: Int { 40 }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let marker = Marker(series: place.series)
    let shown = placed(in: place.chart).map { index in
      (index, PlottedPoint(x: place.x.position(x[index]), y: place.y.position(y[index])))
    }
    .filter { place.frame.contains($0.1) }
    svg.open("g", [("class", LineCourse.className(series: place.series))])
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

extension MarkPlace {
  /// A place and a value with their names: `epoch 2, loss 0.06047`.
  func pairText(_ x: Double, _ y: Double) -> String {
    let text = NumberFormat.general(digits: 5).text
    let across = chart.x.label.isEmpty ? "" : chart.x.label + " "
    let up = chart.y.label.isEmpty ? "" : chart.y.label + " "
    return across + text(x) + ", " + up + text(y)
  }
}

extension [PlottedPoint] {
  /// At most `most` of the points: those that do not hide behind one before them, in squares of
  /// one unit, and of more as it takes.
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
