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
    let (n, k) = (a.shape.first, a.shape.second)
    let m = b.shape.second
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    z.update(repeating: 0, count: n * m)
    for i in 0..<n {
      for j in 0..<k { Lanes.add(y + j * m, times: x[i * k + j], to: z + i * m, m) }
    }
  }

  /// dA = dC · Bᵀ and dB = Aᵀ · dC
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let a = result.inputs.0, let b = result.inputs.1, let g = result.gradient else { return }
    let (n, k) = (a.shape.first, a.shape.second)
    let m = b.shape.second
    let (x, y, dz) = (a.pointer(T.self), b.pointer(T.self), g.pointer(T.self))
    if a.needsGradient {
      let (gradient, adds) = a.gradientShare()
      let dx = gradient.pointer(T.self)
      for i in 0..<n {
        for j in 0..<k {
          let share = Lanes.dot(dz + i * m, y + j * m, m)
          dx[i * k + j] = adds ? dx[i * k + j] + share : share
        }
      }
    }
    if b.needsGradient {
      let (gradient, adds) = b.gradientShare()
      let dy = gradient.pointer(T.self)
      if !adds { dy.update(repeating: 0, count: b.count) }
      for i in 0..<n {
        for j in 0..<k { Lanes.add(dz + i * m, times: x[i * k + j], to: dy + j * m, m) }
      }
    }
  }
}
