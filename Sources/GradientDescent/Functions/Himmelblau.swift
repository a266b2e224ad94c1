extension Landscape {
  /// Himmelblau's function: (x² + y − 11)² + (x + y² − 7)².
  ///
  /// Four minima of the same value 0: which one a descent ends in depends on its start.
  /// - Source: Himmelblau, Applied nonlinear programming, 1972
  public static var himmelblau: Landscape {
    let minima = [
      [3, 2], [-2.805118086952745, 3.131312518250573], [-3.779310253377747, -3.283185991286169],
      [3.584428340330492, -1.8481265269644036],
    ]
    return Landscape("Himmelblau", minima: minima) { x, y in
      (x.square() + y - 11).square() + (x + y.square() - 7).square()
    }
  }
}
