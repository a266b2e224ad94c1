extension NDArray {
  /// The sums of all elements so far along one axis: y₀ = x₀, yᵢ = yᵢ₋₁ + xᵢ.
  /// - Parameter axis: negative ones count from the end
  /// - Shape: any to the same
  public func cumulativeSum(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "cumulativeSum")
    let sizes = shape.split(around: place..<place + 1)
    return NDArray.operation(shape, node) { result in
      switch dtype {
      case .float32: RunningSum.forward(Float.self, sizes, node, result)
      case .float64: RunningSum.forward(Double.self, sizes, node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: RunningSum.backward(Float.self, sizes, result)
      case .float64: RunningSum.backward(Double.self, sizes, result)
      }
    }
  }
}

private enum RunningSum {
  typealias Sizes = (outer: Int, length: Int, inner: Int)

  static func forward<T: Element>(_ type: T.Type, _ sizes: Sizes, _ x: Node, _ result: Node) {
    let (x, z) = (x.pointer(T.self), result.pointer(T.self))
    for i in 0..<result.count {
      let isFirst = i / sizes.inner % sizes.length == 0
      z[i] = isFirst ? x[i] : z[i - sizes.inner] + x[i]
    }
  }

  /// dxᵢ is the sum of g from i on.
  static func backward<T: Element>(_ type: T.Type, _ sizes: Sizes, _ result: Node) {
    guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
    let (gradient, adds) = x.gradientShare()
    let (dx, dz) = (gradient.pointer(T.self), g.pointer(T.self))
    for block in 0..<sizes.outer {
      for column in 0..<sizes.inner {
        var sum: T = 0
        for row in (0..<sizes.length).reversed() {
          let place = (block * sizes.length + row) * sizes.inner + column
          sum += dz[place]
          dx[place] = adds ? dx[place] + sum : sum
        }
      }
    }
  }
}
