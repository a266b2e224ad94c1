/// The ups and downs of a line's values.
struct LineTurns {
  /// The number of times that the values change from rising to falling or back.
  private(set) var count = 0
  /// True when some value is greater than the one before.
  private(set) var rises = false
  /// True when some value is less than the one before.
  private(set) var falls = false
  /// True when some value equals the one before.
  private var stays = false
  /// The range of the values.
  private(set) var extent = Extent()
  private let pointCount: Int

  /// Follows values in their order; equal neighbours are no turn.
  init(_ values: some Collection<Double>) {
    pointCount = values.count
    var (last, wasRising): (Double?, Bool?) = (nil, nil)
    for value in values {
      extent.include(value)
      if value == last { stays = true }
      if let last, value != last {
        let isRising = value > last
        if isRising { rises = true } else { falls = true }
        if let wasRising, wasRising != isRising { count += 1 }
        wasRising = isRising
      }
      last = value
    }
  }

  /// True when the values turn at every third point or more often, and at least three times.
  var oscillates: Bool { count >= 3 && count * 3 >= pointCount - 2 }

  /// True when of at least five values each is greater than the one before, or each is less.
  var isMonotonic: Bool { pointCount >= 5 && rises != falls && !stays }

  /// The difference between the greatest and the least value.
  var swing: Double { extent.isEmpty ? 0 : extent.greatest - extent.least }
}

/// The places at which a quantity changes its sign.
struct SignChanges {
  /// The number of changes.
  private(set) var count = 0
  /// The place of the first change, interpolated between the neighbouring points.
  private(set) var first: Double?

  /// Follows differences at places, in their order. A difference of zero has the sign of the one
  /// before.
  init(_ places: [Double], _ differences: [Double]) {
    var last: (place: Double, difference: Double)?
    for (place, difference) in zip(places, differences) where difference != 0 {
      if let last, (last.difference < 0) != (difference < 0) {
        count += 1
        // Halves, since the distance of two finite numbers may be infinite.
        let part = last.difference / 2 / (last.difference / 2 - difference / 2)
        if first == nil { first = last.place + (place - last.place) * part }
      }
      last = (place, difference)
    }
  }
}
