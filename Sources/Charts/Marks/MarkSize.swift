/// How much there is to draw in a mark.
struct MarkSize {
  /// The numbers that it is made from.
  var numbers = 0
  /// The bars of it, or the intervals.
  var bars = 0
  /// The contour levels that are asked for.
  var levels = 0
  /// The names of kinds.
  var names = 0
  /// The texts.
  var texts: [String] = []
  /// The points that are drawn; counted only when the rest is within the limits.
  var points: () -> Int = { 50 }
}
