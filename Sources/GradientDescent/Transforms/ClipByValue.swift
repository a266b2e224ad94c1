extension GradientTransform {
  /// g ← min(max(g, −limit), limit) for every element; nan stays nan.
  /// - Parameter limit: the largest size of an element, at least 0
  /// - Source: PyTorch's `clip_grad_value_`
  public static func clipByValue(_ limit: Double) -> GradientTransform {
    Settings.requireNotNegative("clipByValue", "limit", limit)
    return GradientTransform("clipByValue(\(limit))") { gradients, _ in
      for index in gradients.indices { gradients[index].clip(to: limit) }
    }
  }
}

extension NDArray {
  fileprivate mutating func clip(to limit: Double) {
    makeUnique()
    switch dtype {
    case .float32: clip(node.pointer(), Float(limit))
    case .float64: clip(node.pointer(), limit)
    }
  }

  private func clip<T: Element>(_ x: UnsafeMutablePointer<T>, _ limit: T) {
    for i in 0..<count {
      if x[i] > limit { x[i] = limit }
      if x[i] < -limit { x[i] = -limit }
    }
  }
}
