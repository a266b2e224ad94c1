extension Landscape {
  /// Beale's function: (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)².
  ///
  /// The minimum 0 is at (3, 0.5), in a flat valley between steep corners.
  /// - Source: Beale, On an iterative method of finding a local minimum of a function of more than
  ///   one variable, 1958
  public static var beale: Landscape {
    Landscape("Beale", minima: [[3, 0.5]]) { x, y in
      let square = y.square()
      let first = (1.5 - x + x * y).square()
      let second = (2.25 - x + x * square).square()
      let third = (2.625 - x + x * (square * y)).square()
      return first + second + third
    }
  }
}
