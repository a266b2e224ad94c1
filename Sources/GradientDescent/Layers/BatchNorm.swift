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
    gamma = Parameter("gamma", of: "BatchNorm", shape: shape, initializer: .constant(1))
    beta = Parameter("beta", of: "BatchNorm", shape: shape, initializer: .zero)
  }

  /// `BatchNorm`
  public var name: String { "BatchNorm" }

  /// γ and β.
  public var parameters: [Parameter] { [gamma, beta] }

  private init(copying other: BatchNorm) {
    (momentum, epsilon) = (other.momentum, other.epsilon)
    (gamma, beta) = (other.gamma.copy(), other.beta.copy())
    (runningMean, runningVariance) = (other.runningMean, other.runningVariance)
  }

  /// A layer with the same values and running averages of its own.
  public func copy() -> BatchNorm { BatchNorm(copying: self) }

  /// The running averages of μ and of σ².
  public var buffers: [NDArray] {
    get { [runningMean, runningVariance] }
    set {
      if newValue.count != 2 {
        fault("BatchNorm", "\(newValue.count) running averages; expected 2")
      }
      (runningMean, runningVariance) = (newValue[0], newValue[1])
    }
  }

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
    let layout = ChannelLayout(x.shape)
    if isTraining && layout.values < 2 {
      fault("BatchNorm", "an input of shape \(x.shape) in training; a channel needs 2 values")
    }
    runningMean.makeUnique()
    runningVariance.makeUnique()
    return NDArray.operation(
      ChannelNormalization(self, layout, isTraining, channels, x.dtype), x.shape, x, scale, shift)
  }
}

/// y = γ·x̂ + β with x̂ = (x − μ)·r, r = 1/√(σ² + ε), channel by channel. Sums over a channel are in
/// order. In training, the forward pass also moves the running averages.
private struct ChannelNormalization: Operation {
  let layout: ChannelLayout
  let isTraining: Bool
  /// μ and r of each channel, from the forward pass on.
  let mean, factor: NDArray
  /// The running averages, for the forward pass only.
  let runningMean, runningVariance: Node
  let momentum, epsilon: Double

  init(
    _ layer: BatchNorm, _ layout: ChannelLayout, _ isTraining: Bool, _ shape: Shape, _ dtype: DType
  ) {
    (self.layout, self.isTraining) = (layout, isTraining)
    mean = NDArray(uninitialized: shape, dtype: dtype)
    factor = NDArray(uninitialized: shape, dtype: dtype)
    (runningMean, runningVariance) = (layer.runningMean.node, layer.runningVariance.node)
    (momentum, epsilon) = (layer.momentum, layer.epsilon)
  }

  /// γ·x̂ + β
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, y) = (inputs.first.pointer(T.self), result.pointer(T.self))
    let (mean, factor) = (mean.node.pointer(T.self), factor.node.pointer(T.self))
    if isTraining {
      moments(x, mean, factor)
      moveAverages(mean, factor)
    } else {
      mean.update(from: runningMean.pointer(T.self), count: layout.channels)
      factor.update(from: runningVariance.pointer(T.self), count: layout.channels)
    }
    for c in 0..<layout.channels { factor[c] = 1 / (factor[c] + T(epsilon)).squareRoot() }
    let (scale, shift) = (inputs.three.1.pointer(T.self), inputs.three.2.pointer(T.self))
    layout.forEach { c, i in y[i] = scale[c] * ((x[i] - mean[c]) * factor[c]) + shift[c] }
  }

  /// Writes each channel's mean and its variance, divided by the number of values.
  private func moments<T: Element>(
    _ x: UnsafePointer<T>, _ mean: UnsafeMutablePointer<T>, _ variance: UnsafeMutablePointer<T>
  ) {
    mean.update(repeating: 0, count: layout.channels)
    variance.update(repeating: 0, count: layout.channels)
    layout.forEach { channel, place in mean[channel] += x[place] }
    for channel in 0..<layout.channels { mean[channel] /= T(layout.values) }
    layout.forEach { channel, place in
      let distance = x[place] - mean[channel]
      variance[channel] += distance * distance
    }
    for channel in 0..<layout.channels { variance[channel] /= T(layout.values) }
  }

  /// r ← (1 − m)·r + m·batch
  private func moveAverages<T: Element>(
    _ mean: UnsafePointer<T>, _ variance: UnsafePointer<T>
  ) {
    let (r, s) = (runningMean.pointer(T.self), runningVariance.pointer(T.self))
    let (m, unbiased) = (T(momentum), T(layout.values) / T(layout.values - 1))
    for c in 0..<layout.channels {
      r[c] = (1 - m) * r[c] + m * mean[c]
      s[c] = (1 - m) * s[c] + m * (variance[c] * unbiased)
    }
  }

  /// dβ = Σ g, dγ = Σ g·x̂, and dx = γ·r·(g − (dβ + x̂·dγ)/n) in training, γ·r·g in prediction
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (input, scale, shift) = inputs.three
    let (x, g) = (input.pointer(T.self), gradient.pointer(T.self))
    let (mean, factor) = (mean.node.pointer(T.self), factor.node.pointer(T.self))
    let sums = NDArray.zeros(Shape(2, layout.channels), dtype: result.dtype)
    let dBeta = sums.node.pointer(T.self)
    let dGamma = dBeta + layout.channels
    layout.forEach { c, i in
      dBeta[c] += g[i]
      dGamma[c] += g[i] * ((x[i] - mean[c]) * factor[c])
    }
    scale.addToGradient { dGamma[$0] }
    shift.addToGradient { dBeta[$0] }
    guard input.needsGradient else { return }
    let (share, adds) = input.gradientShare()
    let (dx, gamma, n) = (share.pointer(T.self), scale.pointer(T.self), T(layout.values))
    layout.forEach { c, i in
      let normal = (x[i] - mean[c]) * factor[c]
      let slope = isTraining ? g[i] - (dBeta[c] + normal * dGamma[c]) / n : g[i]
      let value = gamma[c] * factor[c] * slope
      dx[i] = adds ? dx[i] + value : value
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let rank = call.result.shape.rank
    let column = Shape([layout.channels] + [Int](repeating: 1, count: rank - 2))
    let axes = [0] + Array(2..<rank)
    return call.slopes { inputs in
      var (center, scale) = (mean.reshaped(column), factor.reshaped(column))
      if isTraining {
        center = inputs[0].mean(axes: axes, keepDimensions: true)
        let variance = (inputs[0] - center).square().mean(axes: axes, keepDimensions: true)
        scale = 1 / (variance + epsilon).squareRoot()
      }
      let normal = (inputs[0] - center) * scale
      return inputs[1].reshaped(column) * normal + inputs[2].reshaped(column)
    }
  }
}

/// The layout of `[batch, channels, …]`: element s of channel c of example n stands at
/// `(n · channels + c) · length + s`.
private struct ChannelLayout {
  let batch: Int
  let channels: Int
  /// The numbers that one example has in one channel.
  let length: Int

  init(_ shape: Shape) {
    (batch, channels) = (shape.first, shape.second)
    length = shape.dropFirst.dropFirst.count
  }

  /// The numbers of one channel.
  var values: Int { batch * length }

  /// Calls `body` with the channel and the place of each number, in order.
  @inline(__always)
  func forEach(_ body: (_ channel: Int, _ place: Int) -> Void) {
    var place = 0
    for _ in 0..<batch {
      for channel in 0..<channels {
        for _ in 0..<length {
          body(channel, place)
          place &+= 1
        }
      }
    }
  }
}
