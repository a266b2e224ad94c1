/// What stands in the brackets of `x[0..., 1]` for one axis: a place, which takes the axis away, or a range
/// of places, which keeps it.
public protocol ArrayIndex {
  /// The places of an axis of a given length.
  func places(ofAxisOf length: Int) -> ArrayPlaces
}

/// Some neighbouring places of an axis. They are checked where they are used, since only there is known
/// what array they are of.
public struct ArrayPlaces {
  let start, end: Int
  let isOne: Bool

  init(_ start: Int, _ end: Int, isOne: Bool = false) {
    (self.start, self.end, self.isOne) = (start, end, isOne)
  }
}

extension Int: ArrayIndex {
  /// One place; negative ones count from the end.
  public func places(ofAxisOf length: Int) -> ArrayPlaces {
    let place = self < 0 ? self &+ length : self
    return ArrayPlaces(place, place &+ 1, isOne: true)
  }
}

extension Range<Int>: ArrayIndex {
  /// `1..<3`
  public func places(ofAxisOf length: Int) -> ArrayPlaces { ArrayPlaces(lowerBound, upperBound) }
}

extension ClosedRange<Int>: ArrayIndex {
  /// `1...3`
  public func places(ofAxisOf length: Int) -> ArrayPlaces {
    ArrayPlaces(lowerBound, upperBound == Int.max ? Int.max : upperBound + 1)
  }
}

extension PartialRangeFrom<Int>: ArrayIndex {
  /// `1...`, to the end
  public func places(ofAxisOf length: Int) -> ArrayPlaces { ArrayPlaces(lowerBound, length) }
}

extension PartialRangeUpTo<Int>: ArrayIndex {
  /// `..<3`, from the beginning
  public func places(ofAxisOf length: Int) -> ArrayPlaces { ArrayPlaces(0, upperBound) }
}

extension PartialRangeThrough<Int>: ArrayIndex {
  /// `...3`, from the beginning
  public func places(ofAxisOf length: Int) -> ArrayPlaces {
    // An end before the first place is a fault, as that of `..<`.
    ArrayPlaces(0, upperBound < 0 || upperBound == Int.max ? upperBound : upperBound + 1)
  }
}
