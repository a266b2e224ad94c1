extension Landscape {
  /// Rosenbrock's banana valley: (1 − x)² + 100·(y − x²)².
  ///
  /// The minimum 0 is at (1, 1). The valley's floor is a parabola along which the function hardly
  /// falls, while it is steep across: the condition number at the minimum is 2508. The usual start
  /// is (−1.2, 1).
  /// - Source: Rosenbrock, An automatic method for finding the greatest or least value of a
  ///   function, 1960
  public static var rosenbrock: Landscape {
    Landscape("Rosenbrock", minima: [[1, 1]]) { x, y in
      (1 - x).square() + 100 * (y - x.square()).square()
    }
  }
}
