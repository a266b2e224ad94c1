/// The smallest and the largest of some values; empty at first.
struct Extent: Equatable {
  /// The smallest value; inf when there is none.
  private(set) var least = Double.infinity
  /// The largest value; -inf when there is none.
  private(set) var greatest = -Double.infinity

  /// Whether no value was taken in.
  var isEmpty: Bool { least > greatest }

  /// Takes a value in.
  mutating func include(_ value: Double) {
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Takes in all that another has.
  mutating func include(_ other: Extent) {
    guard !other.isEmpty else { return }
    include(other.least)
    include(other.greatest)
  }
}
