extension Initializer {
  /// Independent draws with the standard deviation gain/√fan, which keeps the size of what flows through
  /// a layer of linear or tanh units.
  ///
  /// Uniform draws lie in ±gain·√(3/fan), as Gluon's `init.Xavier()` draws them by default, and
  /// PyTorch's `xavier_uniform_` for the average fan.
  /// - Parameters:
  ///   - distribution: uniform or normal
  ///   - fan: what is counted for a weight `[units, inputs]`
  ///   - gain: a factor for what follows the layer (5/3 for tanh), at least 0
  /// - Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
  ///   networks, 2010, equation 16
  public static func xavier(
    _ distribution: Distribution = .uniform, fan: Fan = .average, gain: Double = 1
  ) -> Initializer {
    if !(gain >= 0) { fault("xavier", "the gain \(gain); at least 0 is needed") }
    let name = "xavier(\(distribution.text), fan: \(fan.text), gain: \(gain))"
    return Initializer(name) { shape, random in
      let sigma = gain / fan.count(shape, "xavier").squareRoot()
      return distribution.draws(shape.count, sigma: sigma, random)
    }
  }
}
