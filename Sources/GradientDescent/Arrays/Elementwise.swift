/// A function of two numbers that arrays apply element by element, with its derivative.
protocol BinaryFunction {
  /// What the user wrote, for faults.
  static var name: String { get }
  /// f(a, b)
  static func value<T: Element>(_ a: T, _ b: T) -> T
  /// (∂f/∂a, ∂f/∂b) · g
  static func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T)
}

/// A function of one number that arrays apply element by element, with its derivative.
protocol UnaryFunction {
  /// f(x)
  static func value<T: Element>(_ x: T) -> T
  /// f'(x) · g, given also y = f(x)
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T
}

extension NDArray {
  /// Applies `function` to each pair of elements; shapes broadcast as in NumPy.
  @inline(__always)
  static func elementwise<F: BinaryFunction>(
    _ function: F.Type, _ a: NDArray, _ b: NDArray
  ) -> NDArray {
    requireSameType(F.name, a, b)
    guard let shape = a.shape.broadcast(with: b.shape) else {
      fault(F.name, "the shapes \(a.shape) and \(b.shape) do not broadcast together")
    }
    return operation(shape, a.node, b.node) { result in
      switch a.dtype {
      case .float32: Elementwise.forward(F.self, Float.self, a.node, b.node, result)
      case .float64: Elementwise.forward(F.self, Double.self, a.node, b.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Elementwise.backward(F.self, Float.self, result)
      case .float64: Elementwise.backward(F.self, Double.self, result)
      }
    }
  }

  /// Applies `function` to each element.
  @inline(__always)
  static func elementwise<F: UnaryFunction>(_ function: F.Type, _ x: NDArray) -> NDArray {
    operation(x.shape, x.node) { result in
      switch x.dtype {
      case .float32: Elementwise.forward(F.self, Float.self, x.node, result)
      case .float64: Elementwise.forward(F.self, Double.self, x.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Elementwise.backward(F.self, Float.self, result)
      case .float64: Elementwise.backward(F.self, Double.self, result)
      }
    }
  }

  /// A fault unless both arrays have one `dtype`.
  @inline(__always)
  static func requireSameType(_ operation: String, _ a: NDArray, _ b: NDArray) {
    if a.dtype != b.dtype {
      fault(
        operation,
        "a \(a.dtype) array of shape \(a.shape) meets a \(b.dtype) array of shape \(b.shape); "
          + "convert one with asType")
    }
  }
}

/// The loops behind elementwise functions.
private enum Elementwise {
  static func forward<F: BinaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ a: Node, _ b: Node, _ result: Node
  ) {
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    if a.shape == b.shape {
      for i in 0..<result.count { z[i] = F.value(x[i], y[i]) }
    } else if b.count == 1 {
      let value = y[0]
      for i in 0..<result.count { z[i] = F.value(x[i], value) }
    } else if a.count == 1 {
      let value = x[0]
      for i in 0..<result.count { z[i] = F.value(value, y[i]) }
    } else {
      forEachPair(a.shape, b.shape, result.shape) { i, j, k in z[k] = F.value(x[i], y[j]) }
    }
  }

  static func backward<F: BinaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ result: Node
  ) {
    guard let a = result.inputs.0, let b = result.inputs.1, let g = result.gradient else { return }
    let (x, y, dz) = (a.pointer(T.self), b.pointer(T.self), g.pointer(T.self))
    if a.needsGradient {
      let dx = cleared(a, T.self)
      forEachPair(a.shape, b.shape, result.shape) { i, j, k in
        dx[i] += F.gradients(x[i], y[j], dz[k]).0
      }
    }
    if b.needsGradient {
      let dy = cleared(b, T.self)
      forEachPair(a.shape, b.shape, result.shape) { i, j, k in
        dy[j] += F.gradients(x[i], y[j], dz[k]).1
      }
    }
  }

  static func forward<F: UnaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ a: Node, _ result: Node
  ) {
    let (x, z) = (a.pointer(T.self), result.pointer(T.self))
    for i in 0..<result.count { z[i] = F.value(x[i]) }
  }

  static func backward<F: UnaryFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ result: Node
  ) {
    guard let a = result.inputs.0, let g = result.gradient, a.needsGradient else { return }
    let (x, z, dz) = (a.pointer(T.self), result.pointer(T.self), g.pointer(T.self))
    let dx = cleared(a, T.self)
    for i in 0..<result.count { dx[i] += F.gradient(x[i], z[i], dz[i]) }
  }

  /// The gradient of an input, zeroed unless this pass has already put something there.
  @inline(__always)
  private static func cleared<T: Element>(_ node: Node, _ type: T.Type) -> UnsafeMutablePointer<T> {
    let (gradient, adds) = node.gradientShare()
    if !adds { gradient.pointer(T.self).update(repeating: 0, count: node.count) }
    return gradient.pointer(T.self)
  }

  /// Calls `body` with the places of both operands and of the result, for every element of the
  /// result in row-major order.
  @inline(__always)
  private static func forEachPair(
    _ a: Shape, _ b: Shape, _ result: Shape, _ body: (Int, Int, Int) -> Void
  ) {
    if a == b {
      for i in 0..<result.count { body(i, i, i) }
      return
    }
    let (p, q, n) = (strides(a), strides(b), result.aligned)
    var k = 0
    for i0 in 0..<n[0] {
      for i1 in 0..<n[1] {
        for i2 in 0..<n[2] {
          var i = i0 * p[0] + i1 * p[1] + i2 * p[2]
          var j = i0 * q[0] + i1 * q[1] + i2 * q[2]
          for _ in 0..<n[3] {
            body(i, j, k)
            i += p[3]
            j += q[3]
            k += 1
          }
        }
      }
    }
  }

  /// How far apart neighbours along each aligned axis are; 0 where the axis is broadcast.
  private static func strides(_ shape: Shape) -> SIMD4<Int> {
    let n = shape.aligned
    let steps = SIMD4(n[1] * n[2] * n[3], n[2] * n[3], n[3], 1)
    return steps.replacing(with: 0, where: n .== 1)
  }
}
