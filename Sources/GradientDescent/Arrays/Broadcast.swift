extension NDArray {
  /// The array repeated along axes of length 1, or along new axes in front.
  /// - Parameter shape: what this array's shape broadcasts to by NumPy's rule; anything else is a fault
  public func broadcast(to shape: Shape) -> NDArray {
    if shape == self.shape { return self }
    if self.shape.broadcast(with: shape) != shape {
      fault("broadcast", "the shape \(self.shape) does not broadcast to \(shape)")
    }
    return NDArray.operation(shape, node) { result in
      switch dtype {
      case .float32: Repetition.forward(Float.self, node, result)
      case .float64: Repetition.forward(Double.self, node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Repetition.backward(Float.self, result)
      case .float64: Repetition.backward(Double.self, result)
      }
    }
  }
}

private enum Repetition {
  static func forward<T: Element>(_ type: T.Type, _ a: Node, _ result: Node) {
    let (x, z) = (a.pointer(T.self), result.pointer(T.self))
    BroadcastWalk(a.shape, result.shape, result.shape).forEachRun { run in
      let (x, z) = (x + run.a, z + run.result)
      if run.aMoves {
        z.update(from: x, count: run.count)
      } else {
        z.update(repeating: x[0], count: run.count)
      }
    }
  }

  /// Each element's gradient is the sum over its copies.
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let a = result.inputs.0, let g = result.gradient, a.needsGradient else { return }
    let (gradient, adds) = a.gradientShare()
    let (dx, dz) = (gradient.pointer(T.self), g.pointer(T.self))
    if !adds { dx.update(repeating: 0, count: a.count) }
    BroadcastWalk(a.shape, result.shape, result.shape).forEachRun { run in
      let (dx, dz) = (dx + run.a, dz + run.result)
      if run.aMoves {
        for i in 0..<run.count { dx[i] += dz[i] }
      } else {
        for i in 0..<run.count { dx[0] += dz[i] }
      }
    }
  }
}
