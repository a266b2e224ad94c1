extension NDArray {
  /// The sums of all elements so far along one axis: y₀ = x₀, yᵢ = yᵢ₋₁ + xᵢ.
  /// - Parameter axis: negative ones count from the end
  /// - Shape: any to the same
  public func cumulativeSum(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "cumulativeSum")
    let (outer, length, inner) = shape.split(around: place..<place + 1)
    return NDArray.operation(
      RunningSum(outer: outer, length: length, inner: inner, fromEnd: false), shape, node)
  }
}

private struct RunningSum: Operation {
  let outer, length, inner: Int
  /// True if the sums are those of the elements from each one on.
  let fromEnd: Bool

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    run(x, fromEnd: fromEnd) { z[$0] = $1 }
  }

  /// The gradient of xᵢ is the sum of all that it is part of, which is the sum from the other end.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard inputs.first.needsGradient else { return }
    let (share, adds) = inputs.first.gradientShare()
    let dx = share.pointer(T.self)
    run(gradient.pointer(T.self), fromEnd: !fromEnd) { dx[$0] = adds ? dx[$0] + $1 : $1 }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let other = RunningSum(outer: outer, length: length, inner: inner, fromEnd: !fromEnd)
    return [NDArray.operation(other, call.gradient.shape, call.gradient.node)]
  }

  /// Calls `body` with each place and the sum there.
  @inline(__always)
  private func run<T: Element>(_ x: UnsafePointer<T>, fromEnd: Bool, _ body: (Int, T) -> Void) {
    for block in 0..<outer {
      for column in 0..<inner {
        var sum: T = 0
        for step in 0..<length {
          let row = fromEnd ? length - 1 - step : step
          let place = (block * length + row) * inner + column
          sum = step == 0 ? x[place] : sum + x[place]
          body(place, sum)
        }
      }
    }
  }
}
