extension SmoothFunction {
  /// A function of one array, given by its formula; gradients come from recording it.
  /// - Parameters:
  ///   - hessian: the matrix of second derivatives at a point, of shape `[n, n]`; nil is found from the
  ///     formula's gradients, for a rule that asks for it
  ///   - formula: a float64 point of shape `[n]` to one number
  public convenience init(
    hessian: ((NDArray) -> NDArray)? = nil, of formula: @escaping (NDArray) -> NDArray
  ) {
    self.init(
      hessian: { point in
        let place = point.asPoint
        let matrix = hessian?(place) ?? GradientDescent.hessian(of: formula, at: place)
        return FunctionOfArray.rows(matrix, point.count)
      }
    ) { position in
      var point = position.asPoint
      point.attachGradient()
      let value = record { formula(point) }
      let number = value.number(from: "SmoothFunction")
      value.backward(from: "SmoothFunction")
      guard let gradient = point.gradient else { LostRecord.fault("SmoothFunction") }
      return (number, gradient.elements)
    }
  }
}

extension SmoothFunction {
  /// A function that is known by name, such as `.rosenbrock`.
  public convenience init(_ landscape: Landscape) {
    self.init(of: { landscape($0) })
  }
}

private enum FunctionOfArray {
  /// The rows of a matrix of `side` rows.
  static func rows(_ matrix: NDArray, _ side: Int) -> [[Double]] {
    if matrix.shape != Shape(side, side) {
      fault("SmoothFunction", "a Hessian of shape \(matrix.shape) at a point of \(side) numbers")
    }
    let numbers = matrix.elements
    return (0..<side).map { row in Array(numbers[row * side..<(row + 1) * side]) }
  }
}

extension [Double] {
  /// A float64 array of these numbers.
  fileprivate var asPoint: NDArray { NDArray(self, dtype: .float64) }
}
