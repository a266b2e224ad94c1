extension NDArray {
  /// The sum of all elements.
  /// - Shape: any to `[]`
  public func sum() -> NDArray { NDArray.operation(Total(divisor: 1), .scalar, node) }

  /// The sum over one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - keepDimensions: whether the axis stays, with length 1
  public func sum(axis: Int, keepDimensions: Bool = false) -> NDArray {
    sum(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The sum over several axes.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func sum(axes: [Int]?, keepDimensions: Bool = false) -> NDArray {
    ReducedAxes("sum", self, axes, keepDimensions: keepDimensions, trailing: false)
      .sum(isMean: false)
  }

  /// The mean of all elements; nan for an array without any.
  /// - Shape: any to `[]`
  public func mean() -> NDArray {
    NDArray.operation(Total(divisor: Double(count)), .scalar, node)
  }

  /// The mean over one axis; nan where the axis is empty.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - keepDimensions: whether the axis stays, with length 1
  public func mean(axis: Int, keepDimensions: Bool = false) -> NDArray {
    mean(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The mean over several axes; nan where there is nothing to average.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func mean(axes: [Int]?, keepDimensions: Bool = false) -> NDArray {
    ReducedAxes("mean", self, axes, keepDimensions: keepDimensions, trailing: false)
      .sum(isMean: true)
  }
}

extension ReducedAxes {
  /// The sums, or the means, over the axes.
  fileprivate func sum(isMean: Bool) -> NDArray {
    let sums = AxisSum(
      outer: outer, length: length, inner: inner, divisor: isMean ? Double(length) : 1)
    return withExtendedLifetime(array) { NDArray.operation(sums, shape, array.node) }
  }
}

/// Σ x[i] / divisor
private struct Total: Operation {
  let divisor: Double

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let x = inputs.first
    let sum = x.knownSum.map { T($0) } ?? Lanes.sum(x.pointer(T.self), x.count)
    result.pointer(T.self)[0] = sum / T(divisor)
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let share = gradient.pointer(T.self)[0] / T(divisor)
    inputs.first.addToGradient { _ in share }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [(call.gradient / divisor).broadcast(to: call.inputs[0].shape)]
  }
}

/// Sums of rows: in lanes where a row lies in one piece, and otherwise whole rows of `inner` at a time,
/// by `RowSums`.
private struct AxisSum: Operation {
  let outer, length, inner: Int
  let divisor: Double

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    if inner == 1 {
      for row in 0..<outer { z[row] = Lanes.sum(x + row * length, length) / T(divisor) }
      return
    }
    for block in 0..<outer {
      let (sums, rows) = (z + block * inner, x + block * length * inner)
      RowSums.run(length, inner, into: sums) { row, sums in
        let terms = rows + row * inner
        for i in 0..<inner { sums[i] += terms[i] }
      }
      if divisor != 1 {
        for i in 0..<inner { sums[i] /= T(divisor) }
      }
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard inputs.first.needsGradient else { return }
    let (share, adds) = inputs.first.gradientShare()
    for block in 0..<outer {
      let g = gradient.pointer(T.self) + block * inner
      for row in 0..<length {
        let dx = share.pointer(T.self) + (block * length + row) * inner
        for i in 0..<inner {
          let share = g[i] / T(divisor)
          dx[i] = adds ? dx[i] + share : share
        }
      }
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let g = (call.gradient / divisor).reshaped(Shape([outer, 1, inner]))
    return [g.broadcast(to: Shape([outer, length, inner])).reshaped(call.inputs[0].shape)]
  }
}
