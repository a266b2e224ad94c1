extension GradientTransform {
  /// g ← min(max(g, −limit), limit) for every element; nan stays nan.
  /// - Parameter limit: the largest size of an element, at least 0
  /// - Source: PyTorch's `clip_grad_value_`
  public static func clipByValue(_ limit: Double) -> GradientTransform {
    Settings.requireNotNegative("clipByValue", "limit", limit)
    return GradientTransform("clipByValue(\(limit))") { gradients, _ in
      for index in gradients.indices { gradients[index] = gradients[index].clip(-limit, limit) }
    }
  }
}
