extension BandMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    var data = PathData()
    for stretch in stretches(at: place) { outline(stretch, at: place, &data) }
    if !data.text.isEmpty {
      svg.open("g", [("class", LineCourse.className(series: place.series))])
      svg.element("path", [("class", "chart-band"), ("d", data.text)])
      svg.close("g")
    }
    place.course?.draw(into: &svg, frame: place.frame)
  }

  /// A place with both edges of the band, in the picture's units.
  private struct Rung {
    var x: Double
    var top: Double
    var bottom: Double
  }

  /// The parts of the band between gaps, inside of the frame.
  private func stretches(at place: MarkPlace) -> [[Rung]] {
    var stretches: [[Rung]] = [[]]
    for index in 0..<count {
      guard let rung = rung(index, at: place), rung.x >= 0, rung.x <= place.frame.width else {
        if !stretches[stretches.count - 1].isEmpty { stretches.append([]) }
        continue
      }
      stretches[stretches.count - 1].append(rung)
    }
    return stretches.filter { !$0.isEmpty }
  }

  private func rung(_ index: Int, at place: MarkPlace) -> Rung? {
    guard PositionScale.places(x[index], on: place.x.kind),
      PositionScale.places(upper[index], on: place.y.kind), lower[index].isFinite
    else { return nil }
    let hasPlace = PositionScale.places(lower[index], on: place.y.kind)
    return Rung(
      x: place.x.position(x[index]), top: place.inside(place.y.position(upper[index])),
      // What a logarithmic axis cannot show lies below the frame.
      bottom: hasPlace ? place.inside(place.y.position(lower[index])) : place.frame.height)
  }

  /// The outline of a stretch: along the top, and back along the bottom.
  private func outline(_ stretch: [Rung], at place: MarkPlace, _ data: inout PathData) {
    let rungs = thinned(stretch)
    data.move(toX: rungs[0].x, y: rungs[0].top)
    for rung in rungs.dropFirst() { data.line(toX: rung.x, y: rung.top) }
    for rung in rungs.reversed() { data.line(toX: rung.x, y: rung.bottom) }
    data.close()
  }

  /// At most 300 rungs; each takes in the reach of those that it stands for.
  private func thinned(_ rungs: [Rung]) -> [Rung] {
    guard rungs.count > 300 else { return rungs }
    var result: [Rung] = []
    for column in 0..<300 {
      let start = Int(Double(rungs.count) * Double(column) / 300)
      let end = Int(Double(rungs.count) * Double(column + 1) / 300)
      var rung = column == 299 ? rungs[end - 1] : rungs[start]
      for other in rungs[start..<end] {
        rung.top = min(rung.top, other.top)
        rung.bottom = max(rung.bottom, other.bottom)
      }
      result.append(rung)
    }
    return result
  }
}
