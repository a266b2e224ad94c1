/// The amount of drawing in a mark.
struct MarkSize {
  /// The count of its numbers.
  var numbers = 0
  /// The count of its bars or intervals.
  var bars = 0
  /// The count of the contour levels that a block specifies.
  var levels = 0
  /// The count of the names of kinds.
  var names = 0
  /// Its texts, whose lengths are limited.
  var texts: [String] = []
  /// Counts the points that are drawn; called only when the rest is within the limits.
  var points: () -> Int = { 50 }
}
