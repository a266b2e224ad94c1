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
  /// y[i] = f(x[i])
  static func values<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int)
  /// f'(x) · g, given also y = f(x)
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T
}

extension UnaryFunction {
  @inline(__always)
  static func values<T: Element>(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    for i in 0..<count { y[i] = value(x[i]) }
  }
}

extension NDArray {
  /// Applies `function` to each pair of elements; shapes broadcast as in NumPy.
  @inline(__always)
  static func elementwise<F: BinaryFunction>(
    _ function: F.Type, _ a: NDArray, _ b: NDArray
  ) -> NDArray {
    let shape = commonShape(F.name, a, b)
    return operation(shape, a.node, b.node) { result in
      switch a.dtype {
      case .float32: ElementwiseLoops.forward(F.self, Float.self, a.node, b.node, result)
      case .float64: ElementwiseLoops.forward(F.self, Double.self, a.node, b.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: ElementwiseLoops.backward(F.self, Float.self, result)
      case .float64: ElementwiseLoops.backward(F.self, Double.self, result)
      }
    }
  }

  /// Applies `function` to each element.
  @inline(__always)
  static func elementwise<F: UnaryFunction>(_ function: F.Type, _ x: NDArray) -> NDArray {
    operation(x.shape, x.node) { result in
      switch x.dtype {
      case .float32: ElementwiseLoops.forward(F.self, Float.self, x.node, result)
      case .float64: ElementwiseLoops.forward(F.self, Double.self, x.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: ElementwiseLoops.backward(F.self, Float.self, result)
      case .float64: ElementwiseLoops.backward(F.self, Double.self, result)
      }
    }
  }

  /// The shape of an elementwise operation's result; a fault when there is none, or when the arrays
  /// are not of one `dtype`.
  @inline(__always)
  static func commonShape(_ operation: String, _ a: NDArray, _ b: NDArray) -> Shape {
    requireSameType(operation, a, b)
    if a.shape == b.shape { return a.shape }
    guard let shape = a.shape.broadcast(with: b.shape) else {
      faultOfShapes(operation, a, b)
    }
    return shape
  }

  /// A fault unless both arrays have one `dtype`.
  @inline(__always)
  static func requireSameType(_ operation: String, _ a: NDArray, _ b: NDArray) {
    if a.dtype != b.dtype { faultOfTypes(operation, a, b) }
  }

  // Messages are put together out of line: whoever inlines or specializes a check would else compile
  // the text of numbers with it.

  @inline(never)
  private static func faultOfShapes(_ operation: String, _ a: NDArray, _ b: NDArray) -> Never {
    fault(operation, "the shapes \(a.shape) and \(b.shape) do not broadcast together")
  }

  @inline(never)
  private static func faultOfTypes(_ operation: String, _ a: NDArray, _ b: NDArray) -> Never {
    fault(
      operation,
      "a \(a.dtype) array of shape \(a.shape) meets a \(b.dtype) array of shape \(b.shape); "
        + "convert one with asType")
  }
}
