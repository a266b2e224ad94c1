extension GradientTransform {
  /// g ← −g: the rule climbs instead of descending.
  /// - Source: PyTorch's `maximize`
  public static func negate() -> GradientTransform {
    GradientTransform("negate()") { gradients, _ in
      for place in gradients.indices { gradients[place] = gradients[place] * -1 }
    }
  }
}
