extension GradientTransform {
  /// g ← g + σ/(1 + t)^(γ/2)·z, with z from the normal distribution: noise that fades with the steps t,
  /// from 0, and helps to leave flat and narrow places.
  /// - Parameters:
  ///   - sigma: σ, the noise's standard deviation at the first step, at least 0
  ///   - decay: γ, at least 0; 0.55 in the paper, 0 for noise that stays
  ///   - random: the generator to draw from, one draw for each number
  /// - Source: Neelakantan et al., Adding gradient noise improves learning for very deep networks, 2015;
  ///   optax's `add_noise`, whose η is σ²
  public static func addNoise(
    _ sigma: Double, decay: Double = 0, using random: any RandomSource
  ) -> GradientTransform {
    Settings.requireNotNegative("addNoise", "standard deviation", sigma)
    Settings.requireNotNegative("addNoise", "decay", decay)
    let steps = StepCount()
    return GradientTransform("addNoise(\(sigma), decay: \(decay))") { gradients, _ in
      let size = sigma / pow(1 + Double(steps.next()), decay / 2)
      for place in gradients.indices {
        let gradient = gradients[place]
        let noise = random.normals(gradient.count)
        gradients[place].add(
          NDArray(noise, shape: gradient.shape, dtype: gradient.dtype), times: size)
      }
    }
  }
}

/// The number of steps before.
private final class StepCount {
  private var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
