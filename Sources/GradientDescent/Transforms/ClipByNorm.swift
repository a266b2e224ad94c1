extension GradientTransform {
  /// g ← g · min(1, limit/(‖g‖ + 10⁻⁶)), the norm taken over all gradients of the step together.
  ///
  /// The direction stays, only the length changes. A nan anywhere makes the norm and with it all
  /// gradients nan; put `zeroNaNs()` before it if that is not wanted.
  /// - Parameter limit: the largest norm, at least 0
  /// - Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks,
  ///   2013; the 10⁻⁶ as in PyTorch's `clip_grad_norm_`
  public static func clipByNorm(_ limit: Double) -> GradientTransform {
    Settings.requireNotNegative("clipByNorm", "limit", limit)
    return GradientTransform("clipByNorm(\(limit))") { gradients, _ in
      var sum = 0.0
      for gradient in gradients { sum += gradient.squaredNorm }
      let factor = limit / (sum.squareRoot() + 1e-6)
      if factor >= 1 { return }
      for index in gradients.indices { gradients[index].scale(by: factor) }
    }
  }
}

extension NDArray {
  /// Σ x², in double precision so that float32 gradients of a diverging run do not overflow.
  fileprivate var squaredNorm: Double {
    switch dtype {
    case .float32: squaredNorm(Float.self) { Double($0) }
    case .float64: squaredNorm(Double.self) { $0 }
    }
  }

  @inline(__always)
  private func squaredNorm<T: Element>(_ type: T.Type, _ wide: (T) -> Double) -> Double {
    let x = node.pointer(T.self)
    var sum = 0.0
    for i in 0..<count { sum += wide(x[i]) * wide(x[i]) }
    return sum
  }

  fileprivate mutating func scale(by factor: Double) {
    makeUnique()
    switch dtype {
    case .float32: scale(node.pointer(), Float(factor))
    case .float64: scale(node.pointer(), factor)
    }
  }

  private func scale<T: Element>(_ x: UnsafeMutablePointer<T>, _ factor: T) {
    for i in 0..<count { x[i] *= factor }
  }
}
