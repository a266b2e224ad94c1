extension Element {
  /// The number as an index; nil unless it is whole, from 0, and below `bound`.
  @inline(__always)
  func index(below bound: Int) -> Int? {
    guard self >= 0, self < Self(bound) else { return nil }
    let index = Int(self)
    return Self(index) == self ? index : nil
  }
}
