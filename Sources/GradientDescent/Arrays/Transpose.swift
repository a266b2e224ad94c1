extension NDArray {
  /// The array with its axes in reverse order: rows become columns.
  /// - Shape: `[n, m]` to `[m, n]`
  public func transposed() -> NDArray { transposed((0..<shape.rank).reversed()) }

  // It is the name that mathematics, NumPy and PyTorch have for it.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// The transpose, as NumPy and PyTorch write it: the same as `transposed()`.
  /// - Shape: `[n, m]` to `[m, n]`
  public var T: NDArray { transposed() }

  /// The array with its axes in another order.
  /// - Parameter axes: for each axis of the result, the axis of this array that it was; every axis
  ///   once, negative ones count from the end
  public func transposed(_ axes: [Int]) -> NDArray {
    let order = TransposedAxes(shape, axes)
    return NDArray.operation(order, order.shape, node)
  }
}

private struct TransposedAxes: Operation {
  let shape: Shape
  /// The distance in the original of neighbours along each aligned axis of the result.
  private var steps = SIMD4<Int>.zero
  /// For each axis of the original, the axis of the result that it becomes.
  private var places = SIMD4<Int>.zero

  init(_ original: Shape, _ axes: [Int]) {
    let rank = original.rank
    let order = axes.map { original.resolve($0, in: "transposed") }
    if order.count != rank || !(0..<rank).allSatisfy({ order.contains($0) }) {
      fault("transposed", "the axes \(Shape.text(axes)) for the shape \(original)")
    }
    shape = Shape(order.map { original[$0] })
    for (place, axis) in order.enumerated() {
      steps[Shape.maximumRank - rank + place] = original.split(around: axis..<axis + 1).inner
      places[axis] = place
    }
  }

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    forEachPair { original, place in z[place] = x[original] }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard inputs.first.needsGradient else { return }
    let (share, adds) = inputs.first.gradientShare()
    let (dx, dz) = (share.pointer(T.self), gradient.pointer(T.self))
    forEachPair { original, place in
      dx[original] = adds ? dx[original] + dz[place] : dz[place]
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient.transposed((0..<shape.rank).map { places[$0] })]
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
