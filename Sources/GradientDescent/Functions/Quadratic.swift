extension Landscape {
  /// A bowl along the axes: ½·Σ λᵢxᵢ².
  ///
  /// The minimum 0 is at the origin unless an eigenvalue is negative. Gradient descent with the
  /// rate η multiplies xᵢ by 1 − ηλᵢ at each step, so it diverges for η > 2/L, L the largest
  /// eigenvalue.
  /// - Parameter eigenvalues: λ, one for each variable; a negative one makes a saddle
  public static func quadratic(eigenvalues: [Double]) -> Landscape {
    let isBowl = eigenvalues.allSatisfy { $0 >= 0 }
    let minima = isBowl ? [Array(repeating: 0.0, count: eigenvalues.count)] : []
    return Landscape("quadratic", dimension: eigenvalues.count, minima: minima) { x in
      0.5 * (NDArray(eigenvalues, dtype: x.dtype) * x.square()).sum()
    }
  }

  /// A bowl in two variables with a given condition number: ½(u² + κv²), where (u, v) is (x, y)
  /// seen from axes that are turned.
  ///
  /// u = x·cos φ + y·sin φ, v = y·cos φ − x·sin φ. The smallest eigenvalue is 1, the largest κ.
  /// - Parameters:
  ///   - conditionNumber: κ, at least 1
  ///   - angle: φ in radians, counter-clockwise; 0 unless given
  public static func quadratic(conditionNumber: Double, rotatedBy angle: Double = 0) -> Landscape {
    if !(conditionNumber >= 1) {
      fault("quadratic", "the condition number \(conditionNumber); at least 1 is needed")
    }
    let (c, s) = (cos(angle), sin(angle))
    return Landscape("quadratic", minima: [[0, 0]]) { x, y in
      let (u, v) = (c * x + s * y, c * y - s * x)
      return 0.5 * (u.square() + conditionNumber * v.square())
    }
  }

  /// A quadratic function with a given matrix: ½·xᵀAx − bᵀx.
  ///
  /// Its gradient is ½(A + Aᵀ)x − b, so a minimum solves a system of linear equations.
  /// - Parameters:
  ///   - matrix: A, of shape `[n, n]`
  ///   - linear: b, of shape `[n]` and A's `dtype`
  ///   - minima: where the minimum is, if it is known
  public static func quadratic(
    matrix: NDArray, linear: NDArray, minima: [[Double]] = []
  ) -> Landscape {
    let n = linear.count
    if matrix.shape != Shape(n, n) || linear.shape != Shape(n) {
      fault(
        "quadratic",
        "a matrix of shape \(matrix.shape) and a vector of shape \(linear.shape); "
          + "expected [n, n] and [n]")
    }
    return Landscape("quadratic", dimension: n, minima: minima) { x in
      let (a, b) = (matrix.asType(x.dtype), linear.asType(x.dtype))
      return (0.5 * x * a.matmul(x) - b * x).sum()
    }
  }
}
