/// Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it:
/// y = γ·(x − μ)/√(σ² + ε) + β.
///
/// In training (`isTraining`) μ and σ² are the batch's own, σ² divided by the number of values, and
/// the running averages move: r ← (1 − m)·r + m·batch, there with σ² divided by one less. In
/// prediction μ and σ² are the running averages.
/// - Shape: `[batch, channels, …]`, kept; one mean and variance for each channel
/// - Source: Ioffe and Szegedy, Batch normalization, 2015; PyTorch's `BatchNorm1d`, whose momentum m
///   is Gluon's 1 − m
public final class BatchNorm: Layer {
  /// γ, of shape `[channels]`; it starts at one.
  public let gamma: Parameter
  /// β, of shape `[channels]`; it starts at zero.
  public let beta: Parameter
  /// m, the weight of a new batch in the running averages.
  public let momentum: Double
  /// ε, which keeps the root away from 0.
  public let epsilon: Double
  /// The running average of μ, from 0; of shape `[0]` before the first call.
  public private(set) var runningMean = NDArray.zeros([0])
  /// The running average of σ², from 1; of shape `[0]` before the first call.
  public private(set) var runningVariance = NDArray.zeros([0])

  /// Makes a layer.
  /// - Parameters:
  ///   - channels: the length of the second axis; nil infers it
  ///   - momentum: m, 0 to 1
  ///   - epsilon: ε, at least 0
  public init(_ channels: Int? = nil, momentum: Double = 0.1, epsilon: Double = 1e-5) {
    if !(momentum >= 0 && momentum <= 1) {
      fault("BatchNorm", "the momentum \(momentum); expected 0 to 1")
    }
    if !(epsilon >= 0) { fault("BatchNorm", "epsilon \(epsilon); at least 0 is needed") }
    if let channels, channels < 1 {
      fault("BatchNorm", "\(channels) channels; at least 1 is needed")
    }
    self.momentum = momentum
    self.epsilon = epsilon
    let shape = channels.map { Shape($0) }
    gamma = Parameter(name: "gamma", shape: shape, initializer: .constant(1))
    beta = Parameter(name: "beta", shape: shape, initializer: .zero)
  }

  /// γ and β.
  public var parameters: [Parameter] { [gamma, beta] }

  /// Forgets the running averages.
  public func reset() { (runningMean, runningVariance) = (.zeros([0]), .zeros([0])) }

  /// γ·(x − μ)/√(σ² + ε) + β
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let x = input.node
    if x.shape.rank < 2 {
      fault("BatchNorm", "an input of shape \(x.shape); expected [batch, channels, …]")
    }
    let channels = Shape(x.shape.second)
    let (scale, shift) = (gamma.values(channels), beta.values(channels))
    if scale.shape != channels {
      fault("BatchNorm", "an input of shape \(x.shape) for \(scale.shape.first) channels")
    }
    if scale.dtype != x.dtype {
      fault(
        "BatchNorm",
        "a \(x.dtype) input for \(scale.dtype) parameters; initialize with dtype: .\(x.dtype)")
    }
    if runningMean.count == 0 {
      runningMean = .zeros(channels, dtype: x.dtype)
      runningVariance = .ones(channels, dtype: x.dtype)
    }
    switch x.dtype {
    case .float32: return normalized(Float.self, x, scale, shift)
    case .float64: return normalized(Double.self, x, scale, shift)
    }
  }

  private func normalized<T: Element>(
    _ type: T.Type, _ x: Node, _ scale: Node, _ shift: Node
  ) -> NDArray {
    let layout = ChannelLayout(x.shape)
    let learns = isTraining
    let mean = NDArray(uninitialized: Shape(layout.channels), dtype: x.dtype)
    let factor = NDArray(uninitialized: Shape(layout.channels), dtype: x.dtype)
    if learns {
      if layout.values < 2 {
        fault("BatchNorm", "an input of shape \(x.shape) in training; a channel needs 2 values")
      }
      BatchNormKernel.moments(x.pointer(T.self), layout, mean.node.pointer(), factor.node.pointer())
      follow(mean, factor, T.self, layout.values)
    } else {
      mean.node.copyElements(from: runningMean.node)
      factor.node.copyElements(from: runningVariance.node)
    }
    BatchNormKernel.invert(factor.node.pointer(T.self), layout.channels, T(epsilon))
    return NDArray.operation(x.shape, x, scale, shift) { result in
      BatchNormKernel.forward(T.self, layout, mean.node, factor.node, x, scale, shift, result)
    } backward: { result in
      BatchNormKernel.backward(T.self, layout, mean.node, factor.node, result, learns)
    }
  }

  /// r ← (1 − m)·r + m·batch
  private func follow<T: Element>(
    _ mean: NDArray, _ variance: NDArray, _ type: T.Type, _ values: Int
  ) {
    runningMean.makeUnique()
    runningVariance.makeUnique()
    let (r, s) = (runningMean.node.pointer(T.self), runningVariance.node.pointer(T.self))
    let (mean, variance) = (mean.node.pointer(T.self), variance.node.pointer(T.self))
    let m = T(momentum)
    let unbiased = T(values) / T(values - 1)
    for c in 0..<runningMean.count {
      r[c] = (1 - m) * r[c] + m * mean[c]
      s[c] = (1 - m) * s[c] + m * (variance[c] * unbiased)
    }
  }
}
