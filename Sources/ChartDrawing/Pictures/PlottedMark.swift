import Charts

/// A mark and its place in the picture.
struct PlottedMark {
  let mark: any AnyDrawnMark
  /// Its place in the picture.
  var place: MarkPlace

  /// Returns the marks of a chart with their numbers and courses, at places that are otherwise
  /// equal.
  static func all(_ marks: [any AnyDrawnMark], at place: MarkPlace) -> [PlottedMark] {
    let kinds = marks.map { $0.kind }
    var series = 0
    return marks.enumerated().map { index, mark in
      if mark.takesSeries { series += 1 }
      var own = place
      own.series = mark.takesSeries ? series : 0
      own.number = kinds[..<index].count { $0 == kinds[index] }
      own.count = kinds.count { $0 == kinds[index] }
      own.course = mark.course(at: own)
      return PlottedMark(mark: mark, place: own)
    }
  }

  /// Returns the marks of a panel, whose frame size is already known.
  static func all(
    _ panel: Chart, x: PositionScale, y: PositionScale, frame: Frame, layout: ChartLayout,
    language: ChartLanguage, hasTitles: Bool
  ) -> [PlottedMark] {
    var unit = x
    (unit.start, unit.end) = (0, 1)
    let place = MarkPlace(
      chart: panel, series: 0, x: unit, y: y, frame: Frame(width: 1, height: frame.height),
      layout: layout, language: language, hasTitles: hasTitles)
    var marks = all(panel.marks.map { $0.drawn }, at: place)
    for index in marks.indices {
      marks[index].place.x = x
      marks[index].place.frame = frame
    }
    shareTexts(among: &marks)
    return marks
  }

  /// Places the texts inside the frame once all marks have their final places. This happens once for
  /// the chart, because each text must avoid all marks.
  static func shareTexts(among marks: inout [PlottedMark]) {
    guard let place = marks.first?.place, marks.contains(where: { $0.mark.hasFrameTexts })
    else {
      return
    }
    let ways = marks.compactMap { plotted -> (mark: TrajectoryMark, series: Int)? in
      guard case .trajectory(let mark) = plotted.mark.value else { return nil }
      return (mark, plotted.place.series)
    }
    var texts = FrameTexts(of: ways, at: place)
    let courses = marks.compactMap { $0.place.course }
    for box in DivergenceNotes(courses, frame: place.frame, layout: place.layout).boxes {
      texts.occupy(box)
    }
    for plotted in marks {
      for point in plotted.mark.dataPoints(at: plotted.place) { texts.block(point, radius: 3) }
    }
    for plotted in marks {
      guard case .rule(let rule) = plotted.mark.value else { continue }
      rule.placeLabel(in: &texts, at: plotted.place)
    }
    for index in marks.indices { marks[index].place.texts = texts }
  }

  /// True when the mark shows nothing.
  var isEmpty: Bool {
    place.course.map { $0.points.isEmpty && $0.note == nil } ?? mark.isEmpty(in: place.chart)
  }

  func draw(into svg: inout SVGWriter) { mark.draw(into: &svg, at: place) }
}
