/// A point of a line, in the picture's units.
struct PlottedPoint: Equatable {
  /// From the frame's left edge.
  var x: Double
  /// From the frame's top edge, downwards.
  var y: Double
  /// Whether the line has a gap before this point.
  var startsRun = false
}
