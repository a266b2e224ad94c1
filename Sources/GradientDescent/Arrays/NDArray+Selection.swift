extension NDArray {
  /// Each element, moved to the nearest number from `minimum` to `maximum`; nan stays nan.
  ///
  /// The gradient is 1 between `minimum` and `maximum`, and 0 at both and outside.
  /// - Parameters:
  ///   - minimum: the least value; −∞ for none
  ///   - maximum: the greatest value, not below `minimum`; ∞ for none
  /// - Source: PyTorch's `clamp`
  public func clip(_ minimum: Double, _ maximum: Double) -> NDArray {
    if !(minimum <= maximum) {
      fault("clip", "from \(minimum) to \(maximum) there is no number")
    }
    return NDArray.operation(shape, node) { result in
      switch dtype {
      case .float32: Clip.forward(node, Float(minimum), Float(maximum), result)
      case .float64: Clip.forward(node, minimum, maximum, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Clip.backward(Float(minimum), Float(maximum), result)
      case .float64: Clip.backward(minimum, maximum, result)
      }
    }
  }

  /// An element of `a` where the condition holds, and of `b` where it does not; shapes broadcast as
  /// in NumPy. What is not chosen takes no part in the gradient.
  /// - Parameters:
  ///   - condition: holds where it is not 0; such as `x .> 0`
  ///   - a: the elements where it holds
  ///   - b: the elements where it does not
  public static func `where`(_ condition: NDArray, _ a: NDArray, _ b: NDArray) -> NDArray {
    requireSameType("where", condition, a)
    let values = commonShape("where", a, b)
    guard let shape = condition.shape.broadcast(with: values) else {
      fault("where", "the shapes \(condition.shape) and \(values) do not broadcast together")
    }
    let (c, a, b) = (condition.broadcast(to: shape), a.broadcast(to: shape), b.broadcast(to: shape))
    return operation(shape, a.node, b.node, c.node) { result in
      switch result.dtype {
      case .float32: Choice.forward(Float.self, a.node, b.node, c.node, result)
      case .float64: Choice.forward(Double.self, a.node, b.node, c.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Choice.backward(Float.self, result)
      case .float64: Choice.backward(Double.self, result)
      }
    }
  }
}

private enum Clip {
  static func forward<T: Element>(_ x: Node, _ minimum: T, _ maximum: T, _ result: Node) {
    let (x, z) = (x.pointer(T.self), result.pointer(T.self))
    for i in 0..<result.count {
      z[i] = x[i] < minimum ? minimum : x[i] > maximum ? maximum : x[i]
    }
  }

  static func backward<T: Element>(_ minimum: T, _ maximum: T, _ result: Node) {
    guard let a = result.inputs.0, let g = result.gradient, a.needsGradient else { return }
    let (gradient, adds) = a.gradientShare()
    let (x, dx, dz) = (a.pointer(T.self), gradient.pointer(T.self), g.pointer(T.self))
    for i in 0..<a.count {
      let share = x[i] > minimum && x[i] < maximum ? dz[i] : 0
      dx[i] = adds ? dx[i] + share : share
    }
  }
}

private enum Choice {
  static func forward<T: Element>(
    _ type: T.Type, _ a: Node, _ b: Node, _ condition: Node, _ result: Node
  ) {
    let (x, y, c) = (a.pointer(T.self), b.pointer(T.self), condition.pointer(T.self))
    let z = result.pointer(T.self)
    for i in 0..<result.count { z[i] = c[i] != 0 ? x[i] : y[i] }
  }

  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let a = result.inputs.0, let b = result.inputs.1, let condition = result.inputs.2,
      let g = result.gradient
    else { return }
    let c = condition.pointer(T.self)
    if a.needsGradient { share(g, with: a, T.self) { c[$0] != 0 } }
    if b.needsGradient { share(g, with: b, T.self) { c[$0] == 0 } }
  }

  @inline(__always)
  private static func share<T: Element>(
    _ g: Node, with input: Node, _ type: T.Type, where isChosen: (Int) -> Bool
  ) {
    let (gradient, adds) = input.gradientShare()
    let (dx, dz) = (gradient.pointer(T.self), g.pointer(T.self))
    for i in 0..<input.count {
      let share = isChosen(i) ? dz[i] : 0
      dx[i] = adds ? dx[i] + share : share
    }
  }
}
