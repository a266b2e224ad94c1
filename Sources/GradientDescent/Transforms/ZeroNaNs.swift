extension GradientTransform {
  /// g ← 0 where g is nan: such elements stay where they are for a step.
  ///
  /// It hides what made them nan; infinities stay.
  /// - Source: optax's `zero_nans`
  public static func zeroNaNs() -> GradientTransform {
    GradientTransform("zeroNaNs()") { gradients, _ in
      for index in gradients.indices { gradients[index].zeroNaNs() }
    }
  }
}

extension NDArray {
  fileprivate mutating func zeroNaNs() {
    makeUnique()
    switch dtype {
    case .float32: zeroNaNs(node.pointer(Float.self))
    case .float64: zeroNaNs(node.pointer(Double.self))
    }
  }

  private func zeroNaNs<T: Element>(_ x: UnsafeMutablePointer<T>) {
    for i in 0..<count where x[i].isNaN { x[i] = 0 }
  }
}
