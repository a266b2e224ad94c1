import Charts

/// The edges of the cells around coordinates: midway between neighbours, on the axis's scale.
struct CellEdges {
  /// The edges, one more than there are coordinates; empty without coordinates.
  let edges: [Double]

  /// Finds the edges around coordinates in increasing order.
  init(_ places: [Double], on scale: Axis.Scale) {
    let places = places.filter { PositionScale.places($0, on: scale) }
    guard let first = places.first, let last = places.last else {
      edges = []
      return
    }
    guard places.count > 1 else {
      let half = scale == .log ? 2 : Swift.max(first.magnitude / 4, 0.5)
      edges = scale == .log ? [first / half, first * half] : [first - half, first + half]
      return
    }
    var inner: [Double] = []
    for index in places.indices.dropFirst() {
      inner.append(Self.middle(places[index - 1], places[index], scale))
    }
    let before = Self.mirrored(inner[0], at: first, scale)
    let after = Self.mirrored(inner[inner.count - 1], at: last, scale)
    edges = [before] + inner + [after]
  }

  private static func middle(_ a: Double, _ b: Double, _ scale: Axis.Scale) -> Double {
    scale == .log ? a.squareRoot() * b.squareRoot() : a / 2 + b / 2
  }

  private static func mirrored(_ edge: Double, at place: Double, _ scale: Axis.Scale) -> Double {
    scale == .log ? place / edge * place : place + (place - edge)
  }

  /// Returns the cells along one side of the picture as an even lattice: the index of the
  /// coordinate that each part of the lattice shows.
  ///
  /// Evenly spaced coordinates have one part each. Others are shown by `most` parts, or one for
  /// each coordinate if those are more; each part shows the coordinate in whose cell its middle
  /// lies.
  func lattice(_ scale: PositionScale, most: Int) -> [Int] {
    let positions = edges.map { scale.position($0) }
    guard let first = positions.first, let last = positions.last, positions.count > 1 else {
      return []
    }
    let count = positions.count - 1
    let width = (last - first) / Double(count)
    let isEven = positions.enumerated().allSatisfy { index, position in
      (position - first - Double(index) * width).magnitude <= 0.02 * width.magnitude
    }
    if isEven { return [Int](0..<count) }
    let parts = Swift.max(most, count)
    var result: [Int] = []
    var cell = 0
    for part in 0..<parts {
      let fraction = (Double(part) + 0.5) / Double(parts)
      let middle = first + (last - first) * fraction
      // Positions may run upwards, against the axis of the picture.
      while cell < count - 1, (positions[cell + 1] - middle) * width < 0 { cell += 1 }
      result.append(cell)
    }
    return result
  }
}
