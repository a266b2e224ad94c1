extension NDArray {
  /// The sum of all elements.
  /// - Shape: any to `[]`
  public func sum() -> NDArray { total(dividedBy: 1) }

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
  public func mean() -> NDArray { total(dividedBy: Double(count)) }

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

  /// Σ x[i] / divisor
  private func total(dividedBy divisor: Double) -> NDArray {
    NDArray.operation(.scalar, node, scalar: divisor) { result in
      switch dtype {
      case .float32: Total.forward(Float.self, node, result, divisor)
      case .float64: Total.forward(Double.self, node, result, divisor)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Total.backward(Float.self, result)
      case .float64: Total.backward(Double.self, result)
      }
    }
  }
}

extension ReducedAxes {
  /// The sums, or the means, over the axes.
  fileprivate func sum(isMean: Bool) -> NDArray {
    let axes = AxisSum(
      outer: outer, length: length, inner: inner, divisor: isMean ? Double(length) : 1)
    return NDArray.operation(shape, array.node) { result in
      switch result.dtype {
      case .float32: axes.forward(Float.self, array.node, result)
      case .float64: axes.forward(Double.self, array.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: axes.backward(Float.self, result)
      case .float64: axes.backward(Double.self, result)
      }
    }
  }
}

private enum Total {
  static func forward<T: Element>(_ type: T.Type, _ x: Node, _ result: Node, _ divisor: Double) {
    result.pointer(T.self)[0] = x.sum(T.self) / T(divisor)
  }

  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
    let share = g.pointer(T.self)[0] / T(result.scalar)
    let (gradient, adds) = x.gradientShare()
    let dx = gradient.pointer(T.self)
    for i in 0..<x.count { dx[i] = adds ? dx[i] + share : share }
  }
}

/// Sums of rows: in lanes where a row lies in one piece, and otherwise in plain order, whole rows of
/// `inner` at a time.
private struct AxisSum {
  let outer, length, inner: Int
  let divisor: Double

  func forward<T: Element>(_ type: T.Type, _ x: Node, _ result: Node) {
    let (x, z) = (x.pointer(T.self), result.pointer(T.self))
    if inner == 1 {
      for row in 0..<outer { z[row] = Lanes.sum(x + row * length, length) / T(divisor) }
      return
    }
    for block in 0..<outer {
      let sums = z + block * inner
      sums.update(repeating: 0, count: inner)
      for row in 0..<length {
        let terms = x + (block * length + row) * inner
        for i in 0..<inner { sums[i] += terms[i] }
      }
      for i in 0..<inner { sums[i] /= T(divisor) }
    }
  }

  func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
    let (gradient, adds) = x.gradientShare()
    for block in 0..<outer {
      let shares = g.pointer(T.self) + block * inner
      for row in 0..<length {
        let dx = gradient.pointer(T.self) + (block * length + row) * inner
        for i in 0..<inner {
          let share = shares[i] / T(divisor)
          dx[i] = adds ? dx[i] + share : share
        }
      }
    }
  }
}
