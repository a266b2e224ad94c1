extension NDArray {
  /// The sums of all elements so far along one axis: y₀ = x₀, yᵢ = yᵢ₋₁ + xᵢ.
  /// - Parameter axis: negative ones count from the end
  /// - Shape: any to the same
  public func cumulativeSum(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "cumulativeSum")
    let (outer, length, inner) = shape.split(around: place..<place + 1)
    return NDArray.operation(
      RunningSum(outer: outer, length: length, inner: inner), shape, node)
  }
}

private struct RunningSum: Operation {
  let outer, length, inner: Int

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    for i in 0..<result.count {
      let isFirst = i / inner % length == 0
      z[i] = isFirst ? x[i] : z[i - inner] + x[i]
    }
  }

  /// dxᵢ is the sum of g from i on.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard inputs.first.needsGradient else { return }
    let (share, adds) = inputs.first.gradientShare()
    let (dx, dz) = (share.pointer(T.self), gradient.pointer(T.self))
    for block in 0..<outer {
      for column in 0..<inner {
        var sum: T = 0
        for row in (0..<length).reversed() {
          let place = (block * length + row) * inner + column
          sum += dz[place]
          dx[place] = adds ? dx[place] + sum : sum
        }
      }
    }
  }
}
