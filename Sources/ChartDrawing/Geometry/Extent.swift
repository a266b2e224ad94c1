/// The range from the smallest to the largest of some values; empty at first.
struct Extent: Equatable {
  /// The smallest value; inf when there is none.
  private(set) var least = Double.infinity
  /// The largest value; -inf when there is none.
  private(set) var greatest = -Double.infinity

  /// True when no value has been included.
  var isEmpty: Bool { least > greatest }

  /// Widens the extent to a value.
  mutating func include(_ value: Double) {
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Widens the extent to another one.
  mutating func include(_ other: Extent) {
    guard !other.isEmpty else { return }
    include(other.least)
    include(other.greatest)
  }
}
