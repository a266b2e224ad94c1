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
      for index in gradients.indices { gradients[index] = gradients[index] * factor }
    }
  }
}

extension NDArray {
  /// Σ x², in double precision so that float32 gradients of a diverging run do not overflow.
  fileprivate var squaredNorm: Double {
    (0..<count).reduce(0) { $0 + element(at: $1) * element(at: $1) }
  }
}
