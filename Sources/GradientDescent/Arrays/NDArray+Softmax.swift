extension NDArray {
  /// Softmax along the last axis: yᵢ = exp(xᵢ − max x) / Σⱼ exp(xⱼ − max x).
  ///
  /// The maximum is taken off so that nothing overflows. A row with nan or +∞, or of −∞ alone, gives
  /// nan.
  /// - Shape: `[…, classes]` to the same
  public func softmax() -> NDArray { NDArray.operation(SoftmaxRule(), shape, node) }

  /// Softmax along one axis; see `softmax()`.
  /// - Parameter axis: negative ones count from the end
  /// - Shape: any to the same
  public func softmax(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "softmax")
    return toTrailing(place).softmax().fromTrailing(place)
  }

  /// The logarithm of softmax along one axis; see `logSoftmax()`.
  /// - Parameter axis: negative ones count from the end
  /// - Shape: any to the same
  public func logSoftmax(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "logSoftmax")
    return toTrailing(place).logSoftmax().fromTrailing(place)
  }

  /// The logarithm of softmax along the last axis: yᵢ = xᵢ − max x − ln Σⱼ exp(xⱼ − max x).
  ///
  /// Exact where softmax itself would round to 0 or 1.
  /// - Shape: `[…, classes]` to the same
  public func logSoftmax() -> NDArray { NDArray.operation(LogSoftmaxRule(), shape, node) }
}

/// A function from a row of numbers to a row of as many, with its derivative.
private protocol RowRule: Operation {
  /// Makes a row y of e = exp(x − greatest), which y holds already.
  func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int)
  /// A number of the whole row that its gradient needs.
  func summary<T: Element>(_ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int) -> T
  /// dL/dx of one element, given its y, its g and the row's summary.
  func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T
}

extension RowRule {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (length, count) = (result.shape.last, result.count)
    let (source, target) = (inputs.first.pointer(T.self), result.pointer(T.self))
    for row in stride(from: 0, to: count, by: max(length, 1)) {
      let (x, y) = (source + row, target + row)
      let greatest = Rows.greatest(x, length)
      for i in 0..<length { y[i] = x[i] - greatest }
      ElementaryKernel.exp(y, y, length)
      finish(x, greatest, y, length)
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard inputs.first.needsGradient else { return }
    let (share, adds) = inputs.first.gradientShare()
    let (length, count) = (result.shape.last, result.count)
    for row in stride(from: 0, to: count, by: max(length, 1)) {
      let (y, g) = (result.pointer(T.self) + row, gradient.pointer(T.self) + row)
      let (dx, summary) = (share.pointer(T.self) + row, summary(y, g, length))
      if adds {
        for i in 0..<length { dx[i] += self.gradient(y[i], g[i], summary) }
      } else {
        for i in 0..<length { dx[i] = self.gradient(y[i], g[i], summary) }
      }
    }
  }
}

private struct SoftmaxRule: RowRule {
  func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    let sum = Lanes.sum(y, count)
    for i in 0..<count { y[i] /= sum }
  }

  func summary<T: Element>(_ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int) -> T {
    Lanes.dot(y, g, count)
  }

  func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T { y * (g - summary) }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (y, g) = (call.result, call.gradient)
    return [y * (g - (y * g).sum(axis: -1, keepDimensions: true))]
  }
}

private struct LogSoftmaxRule: RowRule {
  func finish<T: Element>(
    _ x: UnsafePointer<T>, _ greatest: T, _ y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    let logarithm = T.log(Lanes.sum(y, count))
    for i in 0..<count { y[i] = x[i] - greatest - logarithm }
  }

  func summary<T: Element>(_ y: UnsafePointer<T>, _ g: UnsafePointer<T>, _ count: Int) -> T {
    Lanes.sum(g, count)
  }

  func gradient<T: Element>(_ y: T, _ g: T, _ summary: T) -> T { g - T.exp(y) * summary }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (y, g) = (call.result, call.gradient)
    return [g - y.exp() * g.sum(axis: -1, keepDimensions: true)]
  }
}
