extension NDArray {
  /// The array repeated along axes of length 1, or along new axes in front.
  /// - Parameter shape: what this array's shape broadcasts to by NumPy's rule; anything else is a fault
  public func broadcast(to shape: Shape) -> NDArray {
    if shape == self.shape { return self }
    if self.shape.broadcast(with: shape) != shape {
      fault("broadcast", "the shape \(self.shape) does not broadcast to \(shape)")
    }
    return NDArray.operation(Repetition(), shape, node)
  }

  /// The sums over all copies that `broadcast(to:)` makes of each element: its gradient.
  /// - Parameter shape: one that broadcasts to this array's
  func summed(to shape: Shape) -> NDArray {
    if shape == self.shape { return self }
    let (whole, part) = (self.shape.aligned, shape.aligned)
    let first = Shape.maximumRank - self.shape.rank
    let axes = (0..<self.shape.rank).filter {
      part[first + $0] == 1 && whole[first + $0] != 1
    }
    return sum(axes: axes, keepDimensions: true).reshaped(shape)
  }
}

extension Node {
  /// Adds, to the gradient of each element, the sum of the shares of all its copies.
  @inline(never)
  func addSumsToGradient(_ shares: NDArray) {
    let sums = noGradient { shares.summed(to: shape) }
    switch dtype {
    case .float32: addToGradient { sums.node.pointer(Float.self)[$0] }
    case .float64: addToGradient { sums.node.pointer(Double.self)[$0] }
    }
    withExtendedLifetime(sums) {}
  }
}

private struct Repetition: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    BroadcastWalk(inputs.first.shape, result.shape, result.shape).forEachRun { run in
      let (x, z) = (x + run.a, z + run.result)
      if run.aMoves {
        z.update(from: x, count: run.count)
      } else {
        z.update(repeating: x[0], count: run.count)
      }
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    if inputs.first.needsGradient { inputs.first.addSumsToGradient(gradient.array) }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient.summed(to: call.inputs[0].shape)]
  }
}
