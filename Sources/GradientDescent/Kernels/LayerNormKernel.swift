/// y = γ·x̂ + β with x̂ = (x − μ)·r, r = 1/√(σ² + ε), row by row, and its gradients.
enum LayerNormKernel {
  /// γ·x̂ + β
  static func forward<T: Element>(
    _ type: T.Type, _ input: Node, _ scale: Node, _ shift: Node, _ result: Node, _ epsilon: Double
  ) {
    let (scale, shift, width) = (scale.pointer(T.self), shift.pointer(T.self), scale.count)
    for start in stride(from: 0, to: input.count, by: max(width, 1)) {
      let (x, y) = (input.pointer(T.self) + start, result.pointer(T.self) + start)
      let (mean, factor) = moments(x, width, T(epsilon))
      for j in 0..<width { y[j] = scale[j] * ((x[j] - mean) * factor) + shift[j] }
    }
  }

  /// μ and r of one row.
  @inline(__always)
  private static func moments<T: Element>(
    _ x: UnsafePointer<T>, _ width: Int, _ epsilon: T
  ) -> (mean: T, factor: T) {
    let mean = Lanes.sum(x, width) / T(width)
    let means = SIMD16<T>(repeating: mean)
    let squares = Lanes.sum(width) {
      let distance = SIMD16<T>.load(x + $0) - means
      return distance * distance
    } rest: {
      (x[$0] - mean) * (x[$0] - mean)
    }
    return (mean, 1 / (squares / T(width) + epsilon).squareRoot())
  }

  /// dβ = Σ g and dγ = Σ g·x̂ over the rows; dx = r·(h − (Σ h + x̂·Σ h·x̂)/n) with h = g·γ
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let input = result.inputs.0, let scale = result.inputs.1, let shift = result.inputs.2,
      let gradient = result.gradient
    else { return }
    let width = scale.count
    let row = NDArray(uninitialized: Shape(width), dtype: result.dtype)
    let dGamma = scale.needsGradient ? cleared(scale, T.self) : nil
    let dBeta = shift.needsGradient ? cleared(shift, T.self) : nil
    let (share, adds) = input.needsGradient ? input.gradientShare() : (row.node, false)
    for start in stride(from: 0, to: input.count, by: max(width, 1)) {
      let (x, g) = (input.pointer(T.self) + start, gradient.pointer(T.self) + start)
      let normal = row.node.pointer(T.self)
      let (mean, factor) = moments(x, width, T(result.scalar))
      for j in 0..<width { normal[j] = (x[j] - mean) * factor }
      if let dGamma {
        for j in 0..<width { dGamma[j] += g[j] * normal[j] }
      }
      if let dBeta { Lanes.add(g, times: 1, to: dBeta, width) }
      guard input.needsGradient else { continue }
      let dx = share.pointer(T.self) + start
      spread(g, scale.pointer(T.self), normal, factor, width, into: dx, adds)
    }
  }

  /// dx of one row.
  @inline(__always)
  private static func spread<T: Element>(
    _ g: UnsafePointer<T>, _ scale: UnsafePointer<T>, _ normal: UnsafePointer<T>, _ factor: T,
    _ width: Int, into dx: UnsafeMutablePointer<T>, _ adds: Bool
  ) {
    let sum = Lanes.dot(g, scale, width)
    var product: T = 0
    for j in 0..<width { product += g[j] * scale[j] * normal[j] }
    for j in 0..<width {
      let value = factor * (g[j] * scale[j] - (sum + normal[j] * product) / T(width))
      dx[j] = adds ? dx[j] + value : value
    }
  }

  private static func cleared<T: Element>(_ node: Node, _ type: T.Type) -> UnsafeMutablePointer<T> {
    let (gradient, adds) = node.gradientShare()
    if !adds { gradient.pointer(T.self).update(repeating: 0, count: node.count) }
    return gradient.pointer(T.self)
  }
}
