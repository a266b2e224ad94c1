extension Landscape {
  /// Nesterov's worst quadratic for methods that only see gradients:
  /// ⅛·(x₁² + Σ(xᵢ₊₁ − xᵢ)² + xₙ²) − ¼·x₁.
  ///
  /// A gradient spreads news by one variable a step, so that from 0 nothing reaches xₖ₊₁ in k
  /// steps. The largest eigenvalue is just below 1. The minimum is at xᵢ = 1 − i/(n + 1), with the
  /// value −⅛·n/(n + 1).
  /// - Parameter dimension: n, at least 1
  /// - Source: Nesterov, Introductory lectures on convex optimization, 2004, section 2.1.2
  public static func worstCase(dimension n: Int) -> Landscape {
    if n < 1 { fault("worstCase", "\(n) variables; at least 1 is needed") }
    let minimum = (1...n).map { 1 - Double($0) / Double(n + 1) }
    return Landscape("worst case", dimension: n, minima: [minimum]) { x in
      0.125 * x.steps().square().sum() - 0.25 * x.coordinate(0)
    }
  }
}

extension NDArray {
  /// The differences of neighbouring numbers, with a 0 before and after them.
  /// - Shape: `[n]` to `[n + 1]`
  fileprivate func steps() -> NDArray {
    NDArray.operation(Steps(), Shape(count + 1), node)
  }
}

private struct Steps: Operation {
  /// dᵢ = xᵢ₊₁ − xᵢ
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, d) = (inputs.first.pointer(T.self), result.pointer(T.self))
    var last: T = 0
    for i in 0..<inputs.first.count {
      d[i] = x[i] - last
      last = x[i]
    }
    d[inputs.first.count] = -last
  }

  /// dxᵢ = gᵢ₋₁ − gᵢ
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let g = gradient.pointer(T.self)
    inputs.first.addToGradient { g[$0] - g[$0 + 1] }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (g, count) = (call.gradient, call.inputs[0].count)
    return [g[rows: 0..<count] - g[rows: 1...count]]
  }
}
