extension Shape {
  /// The shape without its last axis.
  var dropLast: Shape { rank == 2 ? Shape(first) : Shape(Array(array.dropLast())) }
}
