/// Gives values one of the colours of `ColorMap`.
struct HeatScale {
  /// How colours follow the values.
  let kind: Axis.Scale
  /// The values that have a colour.
  let extent: Extent
  private let lower: Double
  private let upper: Double

  /// The scale of a map of amounts: its colours reach from the smallest value to the greatest, or to
  /// the limit.
  init(_ mark: HeatMark) {
    kind = mark.scale
    var extent = Extent()
    for value in mark.grid.values where PositionScale.places(value, on: mark.scale) {
      if value <= mark.limit ?? .infinity { extent.include(value) }
    }
    if let limit = mark.limit, !extent.isEmpty, PositionScale.places(limit, on: mark.scale) {
      extent.include(limit)
    }
    self.extent = extent
    let isLog = kind == .log && !extent.isEmpty
    lower = isLog ? decimalLogarithm(extent.least) : extent.least
    upper = isLog ? decimalLogarithm(extent.greatest) : extent.greatest
  }

  /// The number of a value's colour, from 0; nil for a value without one.
  func color(of value: Double) -> Int? {
    guard PositionScale.places(value, on: kind), value >= extent.least, value <= extent.greatest
    else { return nil }
    let place = kind == .log ? decimalLogarithm(value) : value
    let span = upper / 2 - lower / 2
    guard span > 0 else { return ColorMap.count / 2 }
    let fraction = (place / 2 - lower / 2) / span
    return Int(min(max(fraction * Double(ColorMap.count), 0), Double(ColorMap.count - 1)))
  }

  /// Where colours change along the scale: the axis of the key.
  func plan(height: Double) -> AxisPlan {
    AxisPlan(
      Axis(scale: kind), extent: extent, from: height, to: 0, count: 5, padded: false)
  }
}

extension HeatMark {
  /// The class of a cell's colour for each node; 0 for one without a colour, else from 1.
  var colorNumbers: [Int] {
    if !kinds.isEmpty {
      return grid.values.map { value in
        let isKind = value >= 0 && value < Double(kinds.count) && value == value.rounded()
        return isKind ? Int(value) + 1 : 0
      }
    }
    let scale = HeatScale(self)
    return grid.values.map { scale.color(of: $0).map { $0 + 1 } ?? 0 }
  }

  /// The class name of a colour's number.
  func className(ofColor number: Int) -> String {
    if number == 0 { return "heat-none" }
    if kinds.isEmpty { return "heat-\(number)" }
    return LineCourse.className(series: number) + " chart-kind"
  }
}
