import Charts

/// Maps values to the colours of `ColorMap`.
struct HeatScale {
  /// The scale by which values become colours.
  let kind: Axis.Scale
  /// The range of the values that have a colour.
  let extent: Extent
  /// The scale from 0 to 1.
  private let scale: PositionScale

  /// The scale of a map of quantities, from the smallest value to the greatest or to the limit.
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
    scale = Self.plan(kind, extent, from: 0, to: 1).scale
  }

  /// Returns the index of a value's colour, from 0, or nil for a value without one.
  func color(of value: Double) -> Int? {
    guard PositionScale.places(value, on: kind), value >= extent.least, value <= extent.greatest
    else { return nil }
    let number = scale.position(value) * Double(ColorMap.count)
    return Int(min(max(number, 0), Double(ColorMap.count - 1)))
  }

  /// Returns the axis of the key, with its lower end at `height`.
  func plan(height: Double) -> AxisPlan { Self.plan(kind, extent, from: height, to: 0) }

  private static func plan(
    _ kind: Axis.Scale, _ extent: Extent, from start: Double, to end: Double
  ) -> AxisPlan {
    AxisPlan(Axis(scale: kind), extent: extent, from: start, to: end, count: 5, padded: false)
  }
}

extension HeatMark {
  /// The number of each node's colour, from 1; 0 for a node without a colour.
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

  /// Returns the values that have a colour, as a text for the pointer.
  func title(ofColor number: Int, _ language: ChartLanguage) -> String {
    if number == 0 { return nameOfNothing(language) }
    if !kinds.isEmpty { return kinds[number - 1] }
    let numbers = colorNumbers
    let values = grid.values.indices.filter { numbers[$0] == number }.map { grid.values[$0] }
    let extent = Extent(of: values)
    let (least, greatest) = (language.number(extent.least), language.number(extent.greatest))
    let range = least == greatest ? least : least + " … " + greatest
    return name.isEmpty ? range : name + " " + range
  }

  /// Returns the class name of a colour's number.
  func className(ofColor number: Int) -> String {
    if number == 0 { return "heat-none" }
    if kinds.isEmpty { return "heat-\(number)" }
    return SeriesStyle.className(series: number) + " chart-kind"
  }
}
