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
  /// How much the numbers rise from one to the next, with a 0 before and after them.
  /// - Shape: `[n]` to `[n + 1]`
  fileprivate func steps() -> NDArray {
    NDArray.operation(Shape(count + 1), node) { result in
      switch dtype {
      case .float32: Steps.forward(Float.self, node, result)
      case .float64: Steps.forward(Double.self, node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Steps.backward(Float.self, result)
      case .float64: Steps.backward(Double.self, result)
      }
    }
  }
}

private enum Steps {
  /// dᵢ = xᵢ₊₁ − xᵢ
  static func forward<T: Element>(_ type: T.Type, _ x: Node, _ result: Node) {
    let (a, d) = (x.pointer(T.self), result.pointer(T.self))
    var last: T = 0
    for i in 0..<x.count {
      d[i] = a[i] - last
      last = a[i]
    }
    d[x.count] = -last
  }

  /// dxᵢ = gᵢ₋₁ − gᵢ
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
    let (gradient, adds) = x.gradientShare()
    let (dx, dz) = (gradient.pointer(T.self), g.pointer(T.self))
    for i in 0..<x.count {
      let share = dz[i] - dz[i + 1]
      dx[i] = adds ? dx[i] + share : share
    }
  }
}
