/// A function of one number that arrays apply element by element, with its derivative.
protocol UnaryFunction: Operation {
  /// f(x)
  func value<T: Element>(_ x: T) -> T
  /// y[i] = f(x[i])
  func values<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int)
  /// f'(x) · g, given also y = f(x)
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T
  /// The same for arrays, by operations that can be differentiated again.
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray
}

// Each loop runs over neighbours in memory, so that the compiler can put several into one register.
extension UnaryFunction {
  @inline(__always)
  func values<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
    for i in 0..<count { y[i] = value(x[i]) }
  }

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    values(inputs.first.pointer(T.self), result.pointer(T.self), result.count)
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {
    let (x, y, dy) = (inputs.first.pointer(T.self), result.pointer(T.self), g.pointer(T.self))
    inputs.first.addToGradient { gradient(x[$0], y[$0], dy[$0]) }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [slope(call.inputs[0], call.result, call.gradient)]
  }
}

/// A function of two numbers that arrays apply element by element.
protocol BroadcastFunction: Operation {
  /// The operator or function that the user wrote, for faults.
  var name: String { get }
  /// f(a, b)
  func value<T: Element>(_ a: T, _ b: T) -> T
}

/// A function of two numbers that arrays apply element by element, with its derivative.
protocol BinaryFunction: BroadcastFunction {
  /// (∂f/∂a, ∂f/∂b) · g
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T)
  /// The same for arrays, of the result's shape, by operations that can be differentiated again.
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray)
}

extension BroadcastFunction {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (a, b) = inputs.two
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    BroadcastWalk(a.shape, b.shape, result.shape).forEachRun { run in
      let (x, y, z) = (x + run.a, y + run.b, z + run.result)
      if run.aMoves == run.bMoves {
        // Where neither moves, there is one element.
        for i in 0..<run.count { z[i] = value(x[i], y[i]) }
      } else if run.aMoves {
        let constant = y[0]
        for i in 0..<run.count { z[i] = value(x[i], constant) }
      } else {
        let constant = x[0]
        for i in 0..<run.count { z[i] = value(constant, y[i]) }
      }
    }
  }
}

extension BinaryFunction {
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {
    let (a, b) = inputs.two
    slopes(of: a, beside: b, g, T.self) { gradients($0, $1, $2).0 }
    slopes(of: b, beside: a, g, T.self) { gradients($1, $0, $2).1 }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (a, b) = (call.inputs[0], call.inputs[1])
    let slopes = slopes(a, b, call.gradient)
    return [
      a.node.needsGradient ? slopes.0.summed(to: a.shape) : nil,
      b.node.needsGradient ? slopes.1.summed(to: b.shape) : nil,
    ]
  }

  /// Adds `slope(x, y, g)` to the gradient of x: where x was broadcast, the sum over its copies.
  @inline(__always)
  private func slopes<T: Element>(
    of a: Node, beside b: Node, _ g: Node, _ type: T.Type, _ slope: (T, T, T) -> T
  ) {
    guard a.needsGradient else { return }
    let room = a.gradientRoom(for: g)
    let dx = room.node.pointer(T.self)
    forEach(a, b, g, T.self) { dx[$0] = slope($1, $2, $3) }
    a.finish(room)
  }

  /// Calls `body` with each place of the result, and the numbers of a, b and g that belong to it.
  @inline(__always)
  private func forEach<T: Element>(
    _ a: Node, _ b: Node, _ g: Node, _ type: T.Type, _ body: (Int, T, T, T) -> Void
  ) {
    let (x, y, dz) = (a.pointer(T.self), b.pointer(T.self), g.pointer(T.self))
    BroadcastWalk(a.shape, b.shape, g.shape).forEachRun { run in
      let (x, y, start) = (x + run.a, y + run.b, run.result)
      if run.aMoves == run.bMoves {
        for i in 0..<run.count { body(start + i, x[i], y[i], dz[start + i]) }
      } else if run.aMoves {
        let constant = y[0]
        for i in 0..<run.count { body(start + i, x[i], constant, dz[start + i]) }
      } else {
        let constant = x[0]
        for i in 0..<run.count { body(start + i, constant, y[i], dz[start + i]) }
      }
    }
  }
}

extension NDArray {
  /// Applies a function to each pair of elements; shapes broadcast as in NumPy.
  @inline(__always)
  static func elementwise(_ f: some BroadcastFunction, _ a: NDArray, _ b: NDArray) -> NDArray {
    operation(f, commonShape(f.name, a, b), a.node, b.node)
  }

  /// Applies a function to each element.
  @inline(__always)
  static func elementwise(_ f: some UnaryFunction, _ x: NDArray) -> NDArray {
    operation(f, x.shape, x.node)
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
