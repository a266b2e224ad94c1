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
    gamma = Parameter(name: "gamma", shape: shape, initializer: .constant(1))
    beta = Parameter(name: "beta", shape: shape, initializer: .zero)
  }

  /// γ and β.
  public var parameters: [Parameter] { [gamma, beta] }

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
    return NDArray.operation(x.shape, x, scale, shift, scalar: epsilon) { result in
      switch x.dtype {
      case .float32: LayerNormKernel.forward(Float.self, x, scale, shift, result, epsilon)
      case .float64: LayerNormKernel.forward(Double.self, x, scale, shift, result, epsilon)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: LayerNormKernel.backward(Float.self, result)
      case .float64: LayerNormKernel.backward(Double.self, result)
      }
    }
  }
}
