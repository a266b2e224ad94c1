/// Brings each example to mean 0 and variance 1 over its last axis, then scales and shifts it:
/// y = γ·(x − μ)/√(σ² + ε) + β, with σ² divided by the number of features.
///
/// - Shape: `[…, features]`, kept
/// - Source: Ba, Kiros and Hinton, Layer normalization, 2016; PyTorch's `LayerNorm`
public final class LayerNorm: Layer {
  /// γ, of shape `[features]`; it starts at one.
  public let gamma: Parameter
  /// β, of shape `[features]`; it starts at zero.
  public let beta: Parameter
  /// ε, which keeps the root away from 0.
  public let epsilon: Double

  /// Makes a layer.
  /// - Parameters:
  ///   - features: the length of the last axis; nil infers it
  ///   - epsilon: ε, at least 0
  public init(_ features: Int? = nil, epsilon: Double = 1e-5) {
    if !(epsilon >= 0) { fault("LayerNorm", "epsilon \(epsilon); at least 0 is needed") }
    if let features, features < 1 {
      fault("LayerNorm", "\(features) features; at least 1 is needed")
    }
    self.epsilon = epsilon
    let shape = features.map { Shape($0) }
    gamma = Parameter("gamma", of: "LayerNorm", shape: shape, initializer: .constant(1))
    beta = Parameter("beta", of: "LayerNorm", shape: shape, initializer: .zero)
  }

  /// `LayerNorm`
  public var name: String { "LayerNorm" }

  /// γ and β.
  public var parameters: [Parameter] { [gamma, beta] }

  private init(copying other: LayerNorm) {
    epsilon = other.epsilon
    (gamma, beta) = (other.gamma.copy(), other.beta.copy())
  }

  /// A layer with the same values of its own.
  public func copy() -> LayerNorm { LayerNorm(copying: self) }

  /// γ·(x − μ)/√(σ² + ε) + β
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let x = input.node
    if x.shape.rank == 0 { fault("LayerNorm", "a scalar input; expected […, features]") }
    let features = Shape(x.shape.last)
    let (scale, shift) = (gamma.values(features), beta.values(features))
    if scale.shape != features {
      fault("LayerNorm", "an input of shape \(x.shape) for \(scale.shape.first) features")
    }
    if scale.dtype != x.dtype {
      fault(
        "LayerNorm",
        "a \(x.dtype) input for \(scale.dtype) parameters; initialize with dtype: .\(x.dtype)")
    }
    return NDArray.operation(RowNormalization(epsilon: epsilon), x.shape, x, scale, shift)
  }
}

/// y = γ·x̂ + β with x̂ = (x − μ)·r, r = 1/√(σ² + ε), row by row.
private struct RowNormalization: Operation {
  let epsilon: Double

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (input, gamma, beta) = inputs.three
    let (scale, shift, width) = (gamma.pointer(T.self), beta.pointer(T.self), gamma.count)
    for start in stride(from: 0, to: input.count, by: max(width, 1)) {
      let (x, y) = (input.pointer(T.self) + start, result.pointer(T.self) + start)
      let (mean, factor) = moments(x, width)
      for j in 0..<width { y[j] = scale[j] * ((x[j] - mean) * factor) + shift[j] }
    }
  }

  /// μ and r of one row.
  @inline(__always)
  private func moments<T: Element>(
    _ x: UnsafePointer<T>, _ width: Int
  ) -> (mean: T, factor: T) {
    let mean = Lanes.sum(x, width) / T(width)
    let means = SIMD16<T>(repeating: mean)
    let squares = Lanes.sum(width) {
      let distance = SIMD16<T>.load(x + $0) - means
      return distance * distance
    } rest: {
      (x[$0] - mean) * (x[$0] - mean)
    }
    return (mean, 1 / (squares / T(width) + T(epsilon)).squareRoot())
  }

  /// dβ = Σ g and dγ = Σ g·x̂ over the rows; dx = r·(h − (Σ h + x̂·Σ h·x̂)/n) with h = g·γ
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (input, scale, shift) = inputs.three
    let width = scale.count
    let row = NDArray(uninitialized: Shape(width), dtype: result.dtype)
    let (dGamma, dBeta) = (scale.gradientToAddTo(T.self), shift.gradientToAddTo(T.self))
    let (share, adds) = input.needsGradient ? input.gradientShare() : (row.node, false)
    for start in stride(from: 0, to: input.count, by: max(width, 1)) {
      let (x, g) = (input.pointer(T.self) + start, gradient.pointer(T.self) + start)
      let normal = row.node.pointer(T.self)
      let (mean, factor) = moments(x, width)
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

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    call.slopes { inputs in
      let distance = inputs[0] - inputs[0].mean(axis: -1, keepDimensions: true)
      let variance = distance.square().mean(axis: -1, keepDimensions: true)
      return inputs[1] * (distance / (variance + epsilon).squareRoot()) + inputs[2]
    }
  }

  /// dx of one row.
  @inline(__always)
  private func spread<T: Element>(
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
}
