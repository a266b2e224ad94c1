/// A loss of one prediction p and one label y, with its slopes: all that a loss by elements has to say.
protocol PointwiseTerm {
  /// The loss's name, for faults.
  static var name: String { get }
  /// Which labels make sense, for faults: `0 to 1`.
  static var labels: String { get }
  /// Whether an example's loss is the mean of its terms; otherwise it is their sum.
  static var averages: Bool { get }
  /// Whether a label makes sense; nan does, and spreads.
  static func accepts<T: Element>(_ y: T) -> Bool
  /// ℓ(p, y), given the loss's setting c
  static func value<T: Element>(_ p: T, _ y: T, _ c: T) -> T
  /// (∂ℓ/∂p, ∂ℓ/∂y)
  static func slopes<T: Element>(_ p: T, _ y: T, _ c: T) -> (T, T)
}

extension PointwiseTerm {
  static var labels: String { "any number" }
  static var averages: Bool { true }
  @inline(__always)
  static func accepts<T: Element>(_ y: T) -> Bool { true }
}

extension NDArray {
  /// The mean, or the sum, of a term over each example.
  /// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
  @inline(__always)
  static func pointwise<F: PointwiseTerm>(
    _ term: F.Type, _ predictions: NDArray, _ labels: NDArray, setting: Double = 0
  ) -> NDArray {
    requireSameType(F.name, predictions, labels)
    let (p, y) = (predictions.node, labels.node)
    if p.shape != y.shape {
      fault(
        F.name,
        "predictions of shape \(p.shape) for labels of shape \(y.shape); "
          + "both need the same shape [batch, …]: reshape one of them")
    }
    if p.shape.rank == 0 { fault(F.name, "a scalar prediction; expected [batch, …]") }
    return operation(Shape(p.shape.first), p, y, scalar: setting) { result in
      switch p.dtype {
      case .float32: Pointwise.forward(F.self, Float.self, p, y, result, setting)
      case .float64: Pointwise.forward(F.self, Double.self, p, y, result, setting)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Pointwise.backward(F.self, Float.self, result)
      case .float64: Pointwise.backward(F.self, Double.self, result)
      }
    }
  }
}

/// The loops behind losses by elements.
private enum Pointwise {
  static func forward<F: PointwiseTerm, T: Element>(
    _ term: F.Type, _ type: T.Type, _ p: Node, _ y: Node, _ result: Node, _ setting: Double
  ) {
    let (a, b, out) = (p.pointer(T.self), y.pointer(T.self), result.pointer(T.self))
    let width = p.count / max(result.count, 1)
    let (c, divisor) = (T(setting), F.averages ? T(width) : 1)
    for place in 0..<p.count where !F.accepts(b[place]) { refuse(F.self, b[place]) }
    for example in 0..<result.count {
      var sum: T = 0
      for place in example * width..<(example + 1) * width {
        sum += F.value(a[place], b[place], c)
      }
      out[example] = sum / divisor
    }
  }

  static func backward<F: PointwiseTerm, T: Element>(
    _ term: F.Type, _ type: T.Type, _ result: Node
  ) {
    guard let p = result.inputs.0, let y = result.inputs.1 else { return }
    if p.needsGradient { spread(F.self, T.self, result, to: p) { $0.0 } }
    if y.needsGradient { spread(F.self, T.self, result, to: y) { $0.1 } }
  }

  /// Adds ∂ℓ/∂input · g, divided by the width for a mean, to the input's gradient.
  @inline(__always)
  private static func spread<F: PointwiseTerm, T: Element>(
    _ term: F.Type, _ type: T.Type, _ result: Node, to input: Node, _ side: ((T, T)) -> T
  ) {
    guard let p = result.inputs.0, let y = result.inputs.1, let g = result.gradient else { return }
    let (a, b, dz) = (p.pointer(T.self), y.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = input.gradientShare()
    let d = gradient.pointer(T.self)
    let width = p.count / max(result.count, 1)
    let (c, divisor) = (T(result.scalar), F.averages ? T(width) : 1)
    for example in 0..<result.count {
      let factor = dz[example] / divisor
      for place in example * width..<(example + 1) * width {
        let share = side(F.slopes(a[place], b[place], c)) * factor
        d[place] = adds ? d[place] + share : share
      }
    }
  }

  @inline(never)
  private static func refuse<F: PointwiseTerm, T: Element>(_ term: F.Type, _ label: T) -> Never {
    fault(F.name, "the label \(Double(label)); expected \(F.labels)")
  }
}
