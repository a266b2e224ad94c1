extension GradientTransform {
  /// g ← g + λθ: the gradient of ½λ‖θ‖² is added, as optimizers' own coupled decay does it.
  ///
  /// The order of the transforms matters: before a clipping the decay is clipped with the rest, after it
  /// it is not.
  /// - Parameter factor: λ, at least 0
  public static func weightDecay(_ factor: Double) -> GradientTransform {
    Settings.requireNotNegative("weightDecay", "factor", factor)
    return GradientTransform("weightDecay(\(factor))") { gradients, parameters in
      if factor == 0 { return }
      for index in gradients.indices {
        gradients[index].add(parameters[index].data, times: factor)
      }
    }
  }
}
