/// An axis with everything decided: what it shows, and where its ticks are.
struct AxisPlan {
  /// Where values stand.
  private(set) var scale: PositionScale
  /// The labelled ticks.
  private(set) var ticks: [Tick]
  /// The places of the faint lines between them, as values or, on a logarithmic axis, logarithms.
  private(set) var minor: [Double]

  /// Plans an axis.
  /// - Parameters:
  ///   - axis: what the chart asks for.
  ///   - extent: the values to show; those that have no place on the axis are not among them.
  ///   - span: the axis's ends in the picture's units.
  ///   - count: how many labels there is room for.
  ///   - padded: whether the data keep a distance from the ends.
  init(
    _ axis: Axis, extent: Extent, from start: Double, to end: Double, count: Int, padded: Bool
  ) {
    let length = (end - start).magnitude
    var (lower, upper) = Self.interval(axis, extent)
    if axis.scale == .log {
      if padded && axis.usableDomain == nil {
        let margin = (upper - lower) * 0.04
        (lower, upper) = (lower - margin, upper + margin)
      }
      let decades = DecadeTicks(from: lower, to: upper, count: count, length: length)
      (ticks, minor) = (decades.major, decades.minor)
    } else {
      let steps = LinearTicks(from: lower, to: upper, count: count)
      if padded && axis.usableDomain == nil {
        let below = steps.value(steps.indexBelow(lower))
        let above = steps.value(steps.indexAbove(upper))
        if below.isFinite && above.isFinite { (lower, upper) = (below, above) }
      }
      (ticks, minor) = (steps.ticks(from: lower, to: upper), [])
    }
    scale = PositionScale(kind: axis.scale, lower: lower, upper: upper, start: start, end: end)
  }

  /// The ends of the axis, as values or logarithms; the second is the greater.
  private static func interval(_ axis: Axis, _ extent: Extent) -> (Double, Double) {
    var extent = extent
    if let domain = axis.usableDomain {
      extent = Extent()
      extent.include(domain.lowerBound)
      extent.include(domain.upperBound)
    }
    if axis.scale == .log {
      guard !extent.isEmpty else { return (0, 1) }
      let (lower, upper) = (decimalLogarithm(extent.least), decimalLogarithm(extent.greatest))
      return upper - lower > 1e-6 ? (lower, upper) : (lower - 0.5, upper + 0.5)
    }
    guard !extent.isEmpty else { return (0, 1) }
    let (lower, upper) = (extent.least, extent.greatest)
    let largest = max(lower.magnitude, upper.magnitude)
    if upper / 2 - lower / 2 > largest * 1e-12 { return (lower, upper) }
    let margin = largest > 1e-300 ? largest / 4 : 1
    return (max(lower - margin, -1e308), min(upper + margin, 1e308))
  }
}

extension Axis {
  /// The asked-for domain, if an axis of this scale can show it.
  var usableDomain: ClosedRange<Double>? {
    guard let domain, domain.lowerBound < domain.upperBound,
      PositionScale.places(domain.lowerBound, on: scale),
      PositionScale.places(domain.upperBound, on: scale)
    else { return nil }
    return domain
  }
}
