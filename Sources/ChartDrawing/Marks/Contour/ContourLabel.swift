/// The value of a contour line, written along it.
struct ContourLabel {
  let text: String
  /// The text's middle.
  let middle: PlottedPoint
  /// The direction in which the text runs, of length 1; never to the left.
  let direction: (right: Double, down: Double)

  /// Finds the straightest part of a line that has room for a text; nil when there is none.
  init?(
    _ text: String, along line: [PlottedPoint], layout: ChartLayout,
    placement: inout TextPlacement
  ) {
    let width = TextMeasure.width(text, size: layout.numberSize)
    var candidates: [(bend: Double, middle: PlottedPoint, right: Double, down: Double)] = []
    for stretch in line.stretches(of: width + 8, every: 9) {
      let (first, last) = (stretch[0], stretch[stretch.count - 1])
      let chord = first.distance(to: last)
      guard chord > width * 0.8 else { continue }
      var (right, down) = ((last.x - first.x) / chord, (last.y - first.y) / chord)
      if right < 0 { (right, down) = (-right, -down) }
      let middle = PlottedPoint(x: (first.x + last.x) / 2, y: (first.y + last.y) / 2)
      // Steep text is harder to read than bent text.
      let bend = stretch.map { $0.distance(toLineFrom: first, to: last) }.max() ?? 0
      candidates.append((bend + down.magnitude * 3, middle, right, down))
    }
    candidates.sort { $0.bend < $1.bend }
    for candidate in candidates where candidate.bend < 9 {
      let (right, down) = (candidate.right, candidate.down.magnitude)
      let height = layout.numberSize
      if placement.take(
        middle: candidate.middle, width: width * right + height * down + 8,
        height: width * down + height * right + 4)
      {
        self.text = text
        middle = candidate.middle
        direction = (candidate.right, candidate.down)
        return
      }
    }
    return nil
  }

  /// Draws the text.
  func draw(into svg: inout SVGWriter) {
    let (right, down) = (Self.hundredths(direction.right), Self.hundredths(direction.down))
    let opposite = Self.hundredths(-direction.down)
    let place = Coordinate.text(middle.x) + " " + Coordinate.text(middle.y)
    svg.element(
      "text",
      [
        ("class", "chart-level"), ("dy", ".35em"), ("text-anchor", "middle"),
        (
          "transform",
          "matrix(" + [right, down, opposite, right].joined(separator: " ") + " " + place + ")"
        ),
      ], content: text)
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100).rounded())
    let digits = (whole.magnitude + 1000).description.dropFirst(2)
    return (whole < 0 ? "-" : "") + (whole.magnitude == 100 ? "1" : "." + digits)
  }
}

extension [PlottedPoint] {
  /// Returns pieces of the line of length `length`, starting at every `step` along it; none crosses
  /// a gap.
  fileprivate func stretches(of length: Double, every step: Double) -> [[PlottedPoint]] {
    var result: [[PlottedPoint]] = []
    var next = 0.0
    var travelled = 0.0
    for index in indices.dropFirst() {
      guard !self[index].startsRun else { continue }
      let piece = self[index].distance(to: self[index - 1])
      while next < travelled + piece, piece > 0, result.count < 400 {
        let fraction = (next - travelled) / piece
        let (a, b) = (self[index - 1], self[index])
        let start = PlottedPoint(
          x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction)
        if let stretch = stretch(from: start, to: index, of: length) { result.append(stretch) }
        next += step
      }
      travelled += piece
    }
    return result
  }

  private func stretch(
    from start: PlottedPoint, to index: Int, of length: Double
  ) -> [PlottedPoint]? {
    var result = [start]
    var rest = length
    var index = index
    while index < count, !self[index].startsRun {
      let last = result[result.count - 1]
      let piece = last.distance(to: self[index])
      if piece >= rest {
        let fraction = rest / piece
        result.append(
          PlottedPoint(
            x: last.x + (self[index].x - last.x) * fraction,
            y: last.y + (self[index].y - last.y) * fraction))
        return result
      }
      result.append(PlottedPoint(x: self[index].x, y: self[index].y))
      rest -= piece
      index += 1
    }
    return nil
  }
}
