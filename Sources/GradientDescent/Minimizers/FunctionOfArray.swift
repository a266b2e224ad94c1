extension SmoothFunction {
  /// A function of one array, given by its formula; gradients come from recording it.
  /// - Parameters:
  ///   - hessian: the matrix of second derivatives at a point, of shape `[n, n]`; nil where none is
  ///     needed
  ///   - formula: a float64 point of shape `[n]` to one number
  public convenience init(
    hessian: ((NDArray) -> NDArray)? = nil, of formula: @escaping (NDArray) -> NDArray
  ) {
    self.init(
      hessian: hessian.map { matrix in { FunctionOfArray.rows(matrix($0.asPoint), $0.count) } }
    ) { position in
      var point = position.asPoint
      point.attachGradient()
      let value = record { formula(point) }
      let number = value.item()
      value.backward(from: "SmoothFunction")
      guard let gradient = point.gradient else { LostRecord.fault("SmoothFunction") }
      return (number, gradient.elements)
    }
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
