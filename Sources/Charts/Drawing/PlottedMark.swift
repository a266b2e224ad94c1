/// A mark with its place in the picture.
struct PlottedMark {
  /// The mark.
  let kind: AnyMark
  /// Where it is drawn.
  var place: MarkPlace

  /// The marks of a chart with their numbers and courses, at places that are otherwise alike.
  static func all(_ kinds: [AnyMark], at place: MarkPlace) -> [PlottedMark] {
    var series = 0
    return kinds.map { kind in
      if kind.takesSeries { series += 1 }
      var own = place
      own.series = kind.takesSeries ? series : 0
      own.course = kind.course(own)
      return PlottedMark(kind: kind, place: own)
    }
  }

  /// The marks of a panel, whose frame's size is known beforehand.
  static func all(
    _ kinds: [AnyMark], _ panel: Chart, x: PositionScale, y: PositionScale, frame: Frame,
    layout: ChartLayout, language: ChartLanguage, hasTitles: Bool
  ) -> [PlottedMark] {
    var unit = x
    (unit.start, unit.end) = (0, 1)
    let place = MarkPlace(
      chart: panel, series: 0, seriesCount: kinds.count { $0.takesSeries }, x: unit, y: y,
      frame: Frame(width: 1, height: frame.height), layout: layout, language: language,
      hasTitles: hasTitles)
    var marks = all(kinds, at: place)
    for index in marks.indices {
      marks[index].place.x = x
      marks[index].place.frame = frame
    }
    shareTexts(among: &marks)
    return marks
  }

  /// Places the texts of trajectories and minima, when all marks have their final places: each text
  /// has to keep off all of them, so that placing them for each mark takes too long.
  static func shareTexts(among marks: inout [PlottedMark]) {
    guard let place = marks.first?.place, place.chart.marks.contains(where: { $0.hasWayTexts })
    else {
      return
    }
    let texts = WayTexts(at: place)
    for index in marks.indices { marks[index].place.texts = texts }
  }

  /// Whether there is nothing to see of the mark.
  var isEmpty: Bool {
    place.course.map { $0.points.isEmpty && $0.note == nil } ?? kind.isEmpty(place.chart)
  }
}

extension FrameMargin {
  /// The margin that suits marks together: one that fills the frame decides for all.
  init(of kinds: [AnyMark]) {
    let margins = kinds.map { $0.margin }
    self = margins.contains(.none) ? .none : margins.contains(.both) ? .both : .vertical
  }
}

extension Legend {
  /// The entries of the marks that have a name, and of the two lines that stand for a noisy one.
  static func entries(
    _ marks: [PlottedMark], areLinesNamed: Bool, _ language: ChartLanguage
  ) -> [Entry] {
    var entries: [Entry] = []
    for mark in marks {
      let isNamed = mark.place.course == nil ? !mark.kind.takesSeries : areLinesNamed
      guard let label = mark.kind.label, !isNamed else {
        continue
      }
      entries.append(Entry(series: mark.place.series, symbol: mark.kind.symbol, text: label))
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
