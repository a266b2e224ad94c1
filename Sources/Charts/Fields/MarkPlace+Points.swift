extension MarkPlace {
  /// The place of a pair of values; nil where an axis has no place for them.
  func point(_ x: Double, _ y: Double) -> PlottedPoint? {
    guard PositionScale.places(x, on: self.x.kind), PositionScale.places(y, on: self.y.kind) else {
      return nil
    }
    return PlottedPoint(x: self.x.position(x), y: self.y.position(y))
  }
}

extension ChartLayout {
  /// The size of numbers at iterates and along contour lines.
  var numberSize: Double { self == .wide ? 12 : 11 }
  /// How far the arms of a cross and the edge of a start reach.
  var markerReach: Double { self == .wide ? 5 : 4 }
}

extension Chart {
  /// Whether a function of two variables lies under the trajectories and decides what is shown.
  var hasGround: Bool {
    marks.contains { mark in
      switch mark {
      case .contour, .heat: true
      default: false
      }
    }
  }
}
