extension NDArray {
  /// The matrix product; a vector counts as a row on the left, and as a column on the right.
  /// - Shape: `[n, k]` and `[k, m]` to `[n, m]`; `[n, k]` and `[k]` to `[n]`; `[k]` and `[k, m]` to `[m]`;
  ///   `[k]` and `[k]` to `[]`
  /// - Parameter other: the right-hand factor, of the same `dtype`
  /// - Source: NumPy's and PyTorch's `matmul`, for one and two axes
  public func matmul(_ other: NDArray) -> NDArray { product(other, "matmul") }

  /// The inner, the matrix or the mixed product.
  func product(_ other: NDArray, _ operation: String) -> NDArray {
    NDArray.requireSameType(operation, self, other)
    guard shape.rank == 1 || shape.rank == 2, other.shape.rank == 1 || other.shape.rank == 2,
      shape.last == other.shape[0]
    else {
      fault(
        operation, "the shapes \(shape) and \(other.shape) do not fit; expected [n, k] and [k, m]")
    }
    if shape.rank == 1 {
      if other.shape.rank == 1 {
        return NDArray.operation(InnerProduct(), .scalar, node, other.node)
      }
      return reshaped(Shape(1, count)).product(other, operation).flattened()
    }
    let result = other.shape.rank == 1 ? Shape(shape[0]) : Shape(shape[0], other.shape[1])
    return NDArray.operation(MatMul(), result, node, other.node)
  }
}

/// Σ aᵢbᵢ, in the order of `Lanes`.
private struct InnerProduct: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (a, b) = inputs.two
    result.pointer(T.self)[0] = Lanes.dot(a.pointer(T.self), b.pointer(T.self), a.count)
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (a, b) = inputs.two
    let (x, y) = (a.pointer(T.self), b.pointer(T.self))
    let g = gradient.pointer(T.self)[0]
    a.addToGradient { g * y[$0] }
    b.addToGradient { g * x[$0] }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient * call.inputs[1], call.gradient * call.inputs[0]]
  }
}

private struct MatMul: Operation {
  /// C = A · B, each element summed over k in order.
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (a, b) = inputs.two
    MatrixProduct.run(
      matrix(a, T.self), matrix(b, T.self), into: matrix(result, T.self), adds: false)
  }

  /// dA = dC · Bᵀ and dB = Aᵀ · dC
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (a, b) = inputs.two
    let slope = matrix(gradient, T.self)
    if a.needsGradient {
      let (share, adds) = a.gradientShare()
      MatrixProduct.run(
        slope, matrix(b, T.self).transposed, into: matrix(share, T.self), adds: adds)
    }
    if b.needsGradient {
      let (share, adds) = b.gradientShare()
      MatrixProduct.run(
        matrix(a, T.self).transposed, slope, into: matrix(share, T.self), adds: adds)
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (a, b) = (call.inputs[0], call.inputs[1])
    let columns = b.shape.second
    let g = call.gradient.reshaped(Shape(a.shape[0], columns))
    let right = b.reshaped(Shape(b.shape[0], columns))
    return [
      a.node.needsGradient ? g.matmul(right.transposed()) : nil,
      b.node.needsGradient ? a.transposed().matmul(g).reshaped(b.shape) : nil,
    ]
  }

  /// A node's elements; those of one axis are a column.
  private func matrix<T: Element>(_ node: Node, _ type: T.Type) -> Matrix<T> {
    Matrix(node.pointer(T.self), node.shape.first, node.shape.second)
  }
}
