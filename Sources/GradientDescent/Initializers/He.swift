extension Initializer {
  /// Independent draws with the standard deviation √(2/((1 + slope²)·fan)), which keeps the size of what
  /// flows through a layer whose units are cut off below 0.
  ///
  /// - Parameters:
  ///   - distribution: normal or uniform
  ///   - fan: what is counted for a weight `[units, inputs]`
  ///   - slope: that of the activation below 0: 0 for ReLU
  /// - Source: He, Zhang, Ren and Sun, Delving deep into rectifiers, 2015, equations 10 and 15;
  ///   PyTorch's `kaiming_normal_` and `kaiming_uniform_`
  public static func he(
    _ distribution: Distribution = .normal, fan: Fan = .inputs, slope: Double = 0
  ) -> Initializer {
    if !slope.isFinite { fault("he", "the slope \(slope); a finite number is needed") }
    let name = "he(\(distribution.text), fan: \(fan.text), slope: \(slope))"
    return Initializer(name) { shape, random in
      let variance = 2 / ((1 + slope * slope) * fan.count(shape, "he"))
      return distribution.draws(shape.count, sigma: variance.squareRoot(), random)
    }
  }
}
