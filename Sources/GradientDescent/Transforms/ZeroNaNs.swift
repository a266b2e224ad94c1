extension GradientTransform {
  /// g ← 0 where g is nan: such elements stay where they are for a step.
  ///
  /// It hides what made them nan; infinities stay.
  /// - Source: optax's `zero_nans`
  public static func zeroNaNs() -> GradientTransform {
    GradientTransform("zeroNaNs()") { gradients, _ in
      for (index, gradient) in gradients.enumerated() {
        let zero = NDArray(0, dtype: gradient.dtype)
        gradients[index] = .where(gradient .== gradient, gradient, zero)
      }
    }
  }
}
