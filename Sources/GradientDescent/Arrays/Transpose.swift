extension NDArray {
  /// The array with its axes in reverse order: rows become columns.
  /// - Shape: `[n, m]` to `[m, n]`
  public func transposed() -> NDArray { transposed((0..<shape.rank).reversed()) }

  /// The array with its axes in another order.
  /// - Parameter axes: for each axis of the result, the axis of this array that it was; every axis
  ///   once, negative ones count from the end
  public func transposed(_ axes: [Int]) -> NDArray {
    let order = TransposedAxes(shape, axes)
    return NDArray.operation(order.shape, node) { result in
      switch dtype {
      case .float32: order.forward(Float.self, node, result)
      case .float64: order.forward(Double.self, node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: order.backward(Float.self, result)
      case .float64: order.backward(Double.self, result)
      }
    }
  }
}

private struct TransposedAxes {
  let shape: Shape
  /// How far apart in the original are neighbours along each aligned axis of the result.
  private var steps = SIMD4<Int>.zero

  init(_ original: Shape, _ axes: [Int]) {
    let rank = original.rank
    let order = axes.map { original.resolve($0, in: "transposed") }
    if order.count != rank || !(0..<rank).allSatisfy({ order.contains($0) }) {
      fault("transposed", "the axes \(Shape.text(axes)) for the shape \(original)")
    }
    shape = Shape(order.map { original[$0] })
    for (place, axis) in order.enumerated() {
      steps[Shape.maximumRank - rank + place] = original.split(around: axis..<axis + 1).inner
    }
  }

  func forward<T: Element>(_ type: T.Type, _ x: Node, _ result: Node) {
    let (x, z) = (x.pointer(T.self), result.pointer(T.self))
    forEachPair { original, place in z[place] = x[original] }
  }

  func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
    let (gradient, adds) = x.gradientShare()
    let (dx, dz) = (gradient.pointer(T.self), g.pointer(T.self))
    forEachPair { original, place in
      dx[original] = adds ? dx[original] + dz[place] : dz[place]
    }
  }

  /// Calls `body` with the place of every element in the original and in the result.
  @inline(__always)
  private func forEachPair(_ body: (Int, Int) -> Void) {
    let n = shape.aligned
    var place = 0
    for i0 in 0..<n[0] {
      for i1 in 0..<n[1] {
        for i2 in 0..<n[2] {
          var original = i0 * steps[0] + i1 * steps[1] + i2 * steps[2]
          for _ in 0..<n[3] {
            body(original, place)
            original += steps[3]
            place += 1
          }
        }
      }
    }
  }
}
