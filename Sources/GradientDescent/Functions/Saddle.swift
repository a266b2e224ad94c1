extension Landscape {
  /// A saddle: x² − y².
  ///
  /// The slope at (0, 0) is zero, but it is no minimum; there is none. A descent that starts exactly
  /// on the line y = 0 stays there and ends at the saddle point.
  public static var saddle: Landscape {
    Landscape("saddle", minima: []) { x, y in x.square() - y.square() }
  }
}
