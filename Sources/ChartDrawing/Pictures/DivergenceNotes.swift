/// The notes at the ends of divergent lines.
struct DivergenceNotes {
  private struct Note {
    var series: Int
    var text: String
    var x: Double
    var y: Double
    var width: Double
  }

  private var notes: [Note] = []
  private let layout: ChartLayout

  /// The areas of the notes.
  var boxes: [TextPlacement.Box] {
    notes.map {
      TextPlacement.Box(baseline: $0.y, left: $0.x, width: $0.width, height: layout.textSize)
    }
  }

  /// Places a note beside the end of every line that has one, inside the frame; overlapping notes
  /// are moved below each other.
  init(_ courses: [LineCourse], frame: Frame, layout: ChartLayout) {
    self.layout = layout
    for course in courses {
      guard let text = course.note else { continue }
      let end = course.shown.last ?? PlottedPoint(x: 0, y: frame.height / 2)
      let width = TextMeasure.width(text, size: layout.textSize)
      let tip = end.x * frame.width
      var x = tip + 12
      if x + width > frame.width { x = max(tip - 12 - width, 2) }
      let highest = layout.textSize
      let y = min(max(end.y + layout.textSize * 0.35, highest), frame.height - 6)
      notes.append(Note(series: course.series, text: text, x: x, y: y, width: width))
      moveLast(by: layout.row - 2)
    }
  }

  private mutating func moveLast(by spacing: Double) {
    guard var last = notes.popLast() else { return }
    let others = notes
    for _ in others {
      let meets = others.first {
        ($0.y - last.y).magnitude < spacing - 0.001 && $0.x < last.x + last.width
          && last.x < $0.x + $0.width
      }
      guard let meets else { break }
      last.y = meets.y + spacing
    }
    notes.append(last)
  }

  /// Draws the notes.
  func draw(into svg: inout SVGWriter) {
    for note in notes {
      svg.element(
        "text",
        [
          ("class", "chart-note " + SeriesStyle.className(series: note.series)),
          ("x", Coordinate.text(note.x)), ("y", Coordinate.text(note.y)),
        ], content: note.text)
    }
  }
}
