extension NDArray {
  /// The sum of all elements.
  /// - Shape: any to `[]`
  public func sum() -> NDArray { sum(dividedBy: 1) }

  /// The mean of all elements; nan for an array without any.
  /// - Shape: any to `[]`
  public func mean() -> NDArray { sum(dividedBy: Double(count)) }

  /// Σ x[i] / divisor
  private func sum(dividedBy divisor: Double) -> NDArray {
    NDArray.operation(.scalar, node, scalar: divisor) { result in
      switch dtype {
      case .float32: Reduction.forward(Float.self, node, result, divisor)
      case .float64: Reduction.forward(Double.self, node, result, divisor)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Reduction.backward(Float.self, result)
      case .float64: Reduction.backward(Double.self, result)
      }
    }
  }
}

private enum Reduction {
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
