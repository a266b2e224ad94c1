extension NDArray {
  /// The matrix product.
  /// - Shape: `[n, k]` and `[k, m]` to `[n, m]`, or `[n, k]` and `[k]` to `[n]`
  /// - Parameter other: the right-hand factor, of the same `dtype`
  public func matmul(_ other: NDArray) -> NDArray {
    NDArray.requireSameType("matmul", self, other)
    guard shape.rank == 2, other.shape.rank == 1 || other.shape.rank == 2,
      shape[1] == other.shape[0]
    else {
      fault(
        "matmul", "the shapes \(shape) and \(other.shape) do not fit; expected [n, k] and [k, m]")
    }
    let result = other.shape.rank == 1 ? Shape(shape[0]) : Shape(shape[0], other.shape[1])
    return NDArray.operation(result, node, other.node) { result in
      switch dtype {
      case .float32: MatMul.forward(Float.self, node, other.node, result)
      case .float64: MatMul.forward(Double.self, node, other.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: MatMul.backward(Float.self, result)
      case .float64: MatMul.backward(Double.self, result)
      }
    }
  }
}

private enum MatMul {
  /// C = A · B, each element summed over k in order.
  static func forward<T: Element>(_ type: T.Type, _ a: Node, _ b: Node, _ result: Node) {
    MatrixProduct.run(
      matrix(a, T.self), matrix(b, T.self), into: matrix(result, T.self), adds: false)
  }

  /// dA = dC · Bᵀ and dB = Aᵀ · dC
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let a = result.inputs.0, let b = result.inputs.1, let g = result.gradient else { return }
    let slope = matrix(g, T.self)
    if a.needsGradient {
      let (gradient, adds) = a.gradientShare()
      MatrixProduct.run(
        slope, matrix(b, T.self).transposed, into: matrix(gradient, T.self), adds: adds)
    }
    if b.needsGradient {
      let (gradient, adds) = b.gradientShare()
      MatrixProduct.run(
        matrix(a, T.self).transposed, slope, into: matrix(gradient, T.self), adds: adds)
    }
  }

  /// A node's elements; those of one axis are a column.
  private static func matrix<T: Element>(_ node: Node, _ type: T.Type) -> Matrix<T> {
    Matrix(node.pointer(T.self), node.shape.first, node.shape.second)
  }
}
