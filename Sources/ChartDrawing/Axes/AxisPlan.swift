import Charts

/// The layout of one axis: its scale, its ticks and its grid lines.
struct AxisPlan {
  /// The positions of values.
  private(set) var scale: PositionScale
  /// The labelled ticks.
  private(set) var ticks: [Tick]
  /// The transformed positions of the faint lines between the ticks.
  private(set) var minor: [Double]
  /// True when the ticks are names of categories.
  let isCategorical: Bool

  /// Plans an axis.
  /// - Parameters:
  ///   - axis: the axis of the chart.
  ///   - extent: the range of the values, without those that the axis cannot show.
  ///   - start: the position of the axis's lower end, in the picture's units.
  ///   - end: the position of its upper end.
  ///   - count: the number of labels that fit.
  ///   - padded: true to keep the data at a distance from the ends.
  init(
    _ axis: Axis, extent: Extent, from start: Double, to end: Double, count: Int, padded: Bool
  ) {
    isCategorical = !axis.categories.isEmpty
    var (lower, upper) = Self.interval(axis, extent)
    let isPadded = padded && axis.usableDomain == nil && !isCategorical
    if axis.scale != .linear, isPadded {
      let margin = (upper - lower) * 0.04
      (lower, upper) = (lower - margin, upper + margin)
    } else if isPadded {
      let steps = RoundSteps(from: lower, to: upper, count: count)
      let below = steps.value(steps.indexBelow(lower))
      let above = steps.value(steps.indexAbove(upper))
      if below.isFinite && above.isFinite { (lower, upper) = (below, above) }
    }
    scale = PositionScale(
      kind: isCategorical ? .linear : axis.scale, lower: lower, upper: upper, start: start,
      end: end, thresholdExponent: axis.thresholdExponent)
    (ticks, minor) = ([], [])
    takeTicks(axis, count: count)
  }

  /// Takes the ticks of an axis whose ends are known.
  private mutating func takeTicks(_ axis: Axis, count: Int) {
    (ticks, minor) = ([], [])
    let (lower, upper) = (scale.lower, scale.upper)
    let length = (scale.end - scale.start).magnitude
    if isCategorical {
      let step = max(1, Int((Double(axis.categories.count) * 22 / max(length, 22)).rounded(.up)))
      for index in axis.categories.indices where index % step == 0 {
        ticks.append(Tick(place: Double(index), label: axis.categories[index]))
      }
      return
    }
    switch axis.scale {
    case .linear:
      ticks = RoundSteps(from: lower, to: upper, count: count).ticks(from: lower, to: upper)
    case .log:
      let decades = DecadeTicks(from: lower, to: upper, count: count, length: length)
      (ticks, minor) = (decades.major, decades.minor)
    case .symmetricLog:
      let powers = SymmetricTicks(
        from: lower, to: upper, thresholdExponent: axis.thresholdExponent, count: count,
        length: length)
      (ticks, minor) = (powers.major, powers.minor)
    }
  }

  /// Shortens names of categories that do not fit side by side.
  mutating func shortenLabels(_ layout: ChartLayout) {
    guard isCategorical, ticks.count > 1 else { return }
    let distance =
      scale.position(transformed: ticks[1].place)
      - scale.position(transformed: ticks[0].place)
    for index in ticks.indices {
      ticks[index].label = TextMeasure.shortened(
        ticks[index].label, size: layout.textSize, width: distance.magnitude - 4)
    }
  }

  /// The ends of the axis, transformed; the second is the greater.
  private static func interval(_ axis: Axis, _ extent: Extent) -> (Double, Double) {
    if !axis.categories.isEmpty { return (-0.5, Double(axis.categories.count) - 0.5) }
    var extent = extent
    if let domain = axis.usableDomain {
      extent = Extent()
      extent.include(domain.lowerBound)
      extent.include(domain.upperBound)
    }
    if axis.scale != .linear {
      guard !extent.isEmpty else { return (0, 1) }
      let exponent = axis.thresholdExponent
      let lower = PositionScale.transformed(
        extent.least, axis.scale, thresholdExponent: exponent)
      let upper = PositionScale.transformed(
        extent.greatest, axis.scale, thresholdExponent: exponent)
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

extension AxisPlan {
  /// The vertical axis of a frame.
  init(
    vertical axis: Axis, extent: Extent, height: Double, margin: FrameMargin, layout: ChartLayout,
    count: Int? = nil
  ) {
    let count = count ?? min(layout.verticalTicks, max(Int(height / (layout.row * 1.4)), 1))
    self.init(axis, extent: extent, from: height, to: 0, count: count, padded: margin != .none)
    let room = layout.textSize * 1.2
    takeDenserTicks(axis, more: count) { plan in
      plan.ticks.indices.dropFirst().allSatisfy { index in
        let (a, b) = (plan.ticks[index - 1].place, plan.ticks[index].place)
        let (from, to) = (plan.scale.position(transformed: a), plan.scale.position(transformed: b))
        return (from - to).magnitude >= room
      }
    }
  }

  /// The smallest number of labels from which a reader sees the scale.
  private static var leastTicks: Int { 3 }

  /// Takes more ticks than usual where there would be fewer than three, as far as they fit.
  private mutating func takeDenserTicks(
    _ axis: Axis, more count: Int, fit: (_ plan: AxisPlan) -> Bool
  ) {
    guard !isCategorical, ticks.count < Self.leastTicks else { return }
    for more in 1...6 {
      var plan = self
      plan.takeTicks(axis, count: count + more)
      guard plan.ticks.count >= Self.leastTicks else { continue }
      let all = plan.ticks
      for first in [-1, 0, 1] {
        // All of them, or every second one.
        plan.ticks =
          first < 0 ? all : all.indices.filter { $0 % 2 == first }.map { all[$0] }
        guard plan.ticks.count >= Self.leastTicks, fit(plan) else { continue }
        self = plan
        return
      }
    }
  }

  /// The horizontal axis of a frame, with as many labels as fit side by side.
  init(
    horizontal axis: Axis, extent: Extent, width: Double, margin: FrameMargin,
    layout: ChartLayout
  ) {
    self.init(
      axis, extent: extent, from: 0, to: width, count: layout.horizontalTicks,
      padded: margin == .both)
    if isCategorical {
      shortenLabels(layout)
      return
    }
    // The ends of the axis stay as they are, since the courses of lines depend on them.
    var count = layout.horizontalTicks
    while count > 1, !hasRoom(layout, gap: 0.8) {
      count -= 1
      takeTicks(axis, count: count)
    }
    takeDenserTicks(axis, more: count) { plan in plan.hasRoom(layout, gap: 0.45) }
  }

  /// Returns true when the labels fit side by side with a gap between them, in ems.
  private func hasRoom(_ layout: ChartLayout, gap: Double) -> Bool {
    let halves = ticks.map { TextMeasure.width($0.label, size: layout.textSize) / 2 }
    let places = ticks.map { scale.position(transformed: $0.place) }
    return places.indices.dropFirst().allSatisfy {
      places[$0] - places[$0 - 1] >= halves[$0] + halves[$0 - 1] + layout.textSize * gap
    }
  }
}

/// The distance between the data and the ends of the axes.
enum FrameMargin: Int {
  /// The vertical axis extends to the next round number.
  case vertical
  /// Both axes extend.
  case both
  /// Neither axis extends: the mark fills its frame.
  case none

  /// The margin for several marks: one that fills the frame decides for all.
  init(of margins: [FrameMargin]) {
    self = margins.contains(.none) ? .none : margins.contains(.both) ? .both : .vertical
  }
}
