import Charts

/// Names in the middle of regions: of kinds, and of the part that diverges or has no value.
struct RegionNames {
  private var names: [(text: String, middle: PlottedPoint)] = []

  /// Places names in the regions that have room for them.
  init(
    _ mark: HeatMark, _ cells: HeatCells, at place: MarkPlace, _ placement: inout TextPlacement
  ) {
    let size = place.layout.textSize
    for (number, name) in ([mark.nameOfNothing(place.language)] + mark.kinds).enumerated() {
      guard let square = cells.largestSquare(of: number) else { continue }
      let width = place.frame.width / Double(cells.columns)
      let height = place.frame.height / Double(cells.rows)
      let needed = TextMeasure.width(name, size: size)
      guard Double(square.side) * width >= needed * 0.9, Double(square.side) * height >= size * 1.3
      else { continue }
      let middle = PlottedPoint(
        x: square.column * width, y: place.frame.height - square.row * height)
      if placement.take(middle: middle, width: needed, height: size) {
        names.append((text: name, middle: middle))
      }
    }
  }

  /// Draws the names.
  func draw(into svg: inout SVGWriter) {
    for name in names {
      svg.element(
        "text",
        [
          ("class", "chart-region"), ("x", Coordinate.text(name.middle.x)),
          ("y", Coordinate.text(name.middle.y)), ("dy", ".35em"), ("text-anchor", "middle"),
        ], content: name.text)
    }
  }
}
