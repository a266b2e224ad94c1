/// The shape of a series' points, so that series differ by more than colour.
struct Marker {
  private let shape: Int

  /// Chooses the shape of a series; shapes repeat after eight.
  init(series: Int) { shape = (max(series, 1) - 1) % 8 }

  /// The class that fills the shape or strokes it.
  var className: String {
    switch shape {
    case 0: "chart-round"
    case 4, 5: "chart-cross"
    case 6, 7: "chart-hollow"
    default: "chart-mark"
    }
  }

  /// Draws the shape around a point.
  func draw(at point: PlottedPoint, into data: inout PathData) {
    switch shape {
    // A line without length and with round ends.
    case 0: data.dot(atX: point.x, y: point.y)
    case 1, 6: polygon([(-3, -3), (3, -3), (3, 3), (-3, 3)], point, &data)
    case 2, 7: polygon([(0, -4), (4, 3), (-4, 3)], point, &data)
    case 3: polygon([(0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)], point, &data)
    case 4:
      stroke((-3, -3), (3, 3), point, &data)
      stroke((-3, 3), (3, -3), point, &data)
    default:
      stroke((-4, 0), (4, 0), point, &data)
      stroke((0, -4), (0, 4), point, &data)
    }
  }

  private func polygon(
    _ corners: [(Double, Double)], _ point: PlottedPoint, _ data: inout PathData
  ) {
    data.move(toX: point.x + corners[0].0, y: point.y + corners[0].1)
    for corner in corners.dropFirst() {
      data.line(toX: point.x + corner.0, y: point.y + corner.1)
    }
    data.close()
  }

  private func stroke(
    _ a: (Double, Double), _ b: (Double, Double), _ point: PlottedPoint, _ data: inout PathData
  ) {
    data.move(toX: point.x + a.0, y: point.y + a.1)
    data.line(toX: point.x + b.0, y: point.y + b.1)
  }
}
