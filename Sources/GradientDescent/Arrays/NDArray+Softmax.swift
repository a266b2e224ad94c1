extension NDArray {
  /// Softmax along the last axis: yᵢ = exp(xᵢ − max x) / Σⱼ exp(xⱼ − max x).
  ///
  /// The maximum is taken off so that nothing overflows. A row with nan or +∞, or of −∞ alone, gives
  /// nan.
  /// - Shape: `[…, classes]` to the same
  public func softmax() -> NDArray { NDArray.alongRows(SoftmaxRule.self, self) }

  /// The logarithm of softmax along the last axis: yᵢ = xᵢ − max x − ln Σⱼ exp(xⱼ − max x).
  ///
  /// Exact where softmax itself would round to 0 or 1.
  /// - Shape: `[…, classes]` to the same
  public func logSoftmax() -> NDArray { NDArray.alongRows(LogSoftmaxRule.self, self) }

  private static func alongRows<F: RowRule>(_ rule: F.Type, _ x: NDArray) -> NDArray {
    operation(x.shape, x.node) { result in
      switch x.dtype {
      case .float32: RowRules.forward(F.self, Float.self, x.node, result)
      case .float64: RowRules.forward(F.self, Double.self, x.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: RowRules.backward(F.self, Float.self, result)
      case .float64: RowRules.backward(F.self, Double.self, result)
      }
    }
  }
}

/// A function from a row of numbers to a row of as many, with its derivative.
private protocol RowRule {
  /// Makes a row y of e, which is exp(x − greatest) and stands in y already.
  static func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int)
  /// What the gradient needs to know of the whole row.
  static func summary<T: Element>(
    _ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int
  ) -> T
  /// dL/dx of one element, given its y, its g and the row's summary.
  static func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T
}

private enum SoftmaxRule: RowRule {
  static func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    let sum = Lanes.sum(y, count)
    for i in 0..<count { y[i] /= sum }
  }

  static func summary<T: Element>(
    _ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int
  ) -> T { Lanes.dot(y, g, count) }

  static func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T { y * (g - summary) }
}

private enum LogSoftmaxRule: RowRule {
  static func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    let logarithm = T.log(Lanes.sum(y, count))
    for i in 0..<count { y[i] = x[i] - greatest - logarithm }
  }

  static func summary<T: Element>(
    _ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int
  ) -> T { Lanes.sum(g, count) }

  static func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T { g - T.exp(y) * summary }
}

private enum RowRules {
  static func forward<F: RowRule, T: Element>(
    _ rule: F.Type, _ type: T.Type, _ x: Node, _ result: Node
  ) {
    let (length, source, target) = (x.shape.last, x.pointer(T.self), result.pointer(T.self))
    for row in stride(from: 0, to: x.count, by: max(length, 1)) {
      let (x, y) = (source + row, target + row)
      let greatest = Rows.greatest(x, length)
      for i in 0..<length { y[i] = x[i] - greatest }
      ElementaryKernel.exp(y, y, length)
      F.finish(x, greatest, y, length)
    }
  }

  static func backward<F: RowRule, T: Element>(_ rule: F.Type, _ type: T.Type, _ result: Node) {
    guard let x = result.inputs.0, let gradient = result.gradient, x.needsGradient else { return }
    let (length, values, slopes) = (x.shape.last, result.pointer(T.self), gradient.pointer(T.self))
    let (share, adds) = x.gradientShare()
    for row in stride(from: 0, to: x.count, by: max(length, 1)) {
      let (y, g, dx) = (values + row, slopes + row, share.pointer(T.self) + row)
      let summary = F.summary(y, g, length)
      if adds {
        for i in 0..<length { dx[i] += F.gradient(y[i], g[i], summary) }
      } else {
        for i in 0..<length { dx[i] = F.gradient(y[i], g[i], summary) }
      }
    }
  }
}
