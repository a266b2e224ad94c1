/// Where the channels of `[batch, channels, …]` stand: element s of channel c of example n at
/// `(n · channels + c) · length + s`.
struct ChannelLayout {
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

/// y = γ·x̂ + β with x̂ = (x − μ)·r, r = 1/√(σ² + ε), and its gradients. Sums over a channel are in order.
enum BatchNormKernel {
  /// Writes each channel's mean and its variance, divided by the number of values.
  static func moments<T: Element>(
    _ x: UnsafePointer<T>, _ layout: ChannelLayout, _ mean: UnsafeMutablePointer<T>,
    _ variance: UnsafeMutablePointer<T>
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

  /// Turns σ² into r.
  static func invert<T: Element>(_ variance: UnsafeMutablePointer<T>, _ count: Int, _ epsilon: T) {
    for c in 0..<count { variance[c] = 1 / (variance[c] + epsilon).squareRoot() }
  }

  /// γ·x̂ + β
  static func forward<T: Element>(
    _ type: T.Type, _ layout: ChannelLayout, _ mean: Node, _ factor: Node, _ input: Node,
    _ scale: Node, _ shift: Node, _ result: Node
  ) {
    let (x, y) = (input.pointer(T.self), result.pointer(T.self))
    let (mean, factor) = (mean.pointer(T.self), factor.pointer(T.self))
    let (scale, shift) = (scale.pointer(T.self), shift.pointer(T.self))
    layout.forEach { c, i in y[i] = scale[c] * ((x[i] - mean[c]) * factor[c]) + shift[c] }
  }

  /// dβ = Σ g, dγ = Σ g·x̂, and dx = γ·r·(g − (dβ + x̂·dγ)/n) in training, γ·r·g in prediction
  static func backward<T: Element>(
    _ type: T.Type, _ layout: ChannelLayout, _ mean: Node, _ factor: Node, _ result: Node,
    _ learns: Bool
  ) {
    guard let input = result.inputs.0, let scale = result.inputs.1, let shift = result.inputs.2,
      let gradient = result.gradient
    else { return }
    let (x, g) = (input.pointer(T.self), gradient.pointer(T.self))
    let (mean, factor) = (mean.pointer(T.self), factor.pointer(T.self))
    let sums = NDArray.zeros(Shape(2, layout.channels), dtype: result.dtype)
    let dBeta = sums.node.pointer(T.self)
    let dGamma = dBeta + layout.channels
    layout.forEach { c, i in
      dBeta[c] += g[i]
      dGamma[c] += g[i] * ((x[i] - mean[c]) * factor[c])
    }
    if scale.needsGradient { put(dGamma, in: scale) }
    if shift.needsGradient { put(dBeta, in: shift) }
    guard input.needsGradient else { return }
    let (share, adds) = input.gradientShare()
    let (dx, gamma) = (share.pointer(T.self), scale.pointer(T.self))
    let n = T(layout.values)
    layout.forEach { c, i in
      let normal = (x[i] - mean[c]) * factor[c]
      let slope = learns ? g[i] - (dBeta[c] + normal * dGamma[c]) / n : g[i]
      let value = gamma[c] * factor[c] * slope
      dx[i] = adds ? dx[i] + value : value
    }
  }

  private static func put<T: Element>(_ share: UnsafePointer<T>, in node: Node) {
    let (gradient, adds) = node.gradientShare()
    let d = gradient.pointer(T.self)
    for c in 0..<node.count { d[c] = adds ? d[c] + share[c] : share[c] }
  }
}
