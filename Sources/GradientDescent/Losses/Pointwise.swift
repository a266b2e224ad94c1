/// A loss of one prediction p and one label y, with its slopes: all that a loss by elements has to say.
protocol PointwiseTerm: Operation {
  /// The loss's name, for faults.
  var name: String { get }
  /// The labels that make sense, for faults: `0 to 1`.
  var labels: String { get }
  /// True if an example's loss is the mean of its terms; otherwise it is their sum.
  var averages: Bool { get }
  /// Returns true if a label makes sense; nan does, and spreads.
  func accepts<T: Element>(_ y: T) -> Bool
  /// ℓ(p, y)
  func value<T: Element>(_ p: T, _ y: T) -> T
  /// (∂ℓ/∂p, ∂ℓ/∂y)
  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T)
  /// The same for arrays, by operations that can be differentiated again.
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray)
}

extension PointwiseTerm {
  var labels: String { "any number" }
  var averages: Bool { true }
  @inline(__always)
  func accepts<T: Element>(_ y: T) -> Bool { true }

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (p, y) = inputs.two
    let (a, b, out) = (p.pointer(T.self), y.pointer(T.self), result.pointer(T.self))
    let width = p.count / max(result.count, 1)
    let divisor: T = averages ? T(width) : 1
    for place in 0..<p.count where !accepts(b[place]) { refuse(b[place]) }
    for example in 0..<result.count {
      var sum: T = 0
      for place in example * width..<(example + 1) * width { sum += value(a[place], b[place]) }
      out[example] = sum / divisor
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {
    spread(inputs, g, T.self, toLabels: false)
    spread(inputs, g, T.self, toLabels: true)
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (p, y) = (call.inputs[0], call.inputs[1])
    let width = p.count / max(call.gradient.count, 1)
    let factors = call.gradient / (averages ? Double(width) : 1)
    let column = Shape([factors.count] + [Int](repeating: 1, count: p.shape.rank - 1))
    let (g, slopes) = (factors.reshaped(column), slopes(p, y))
    return [slopes.0 * g, slopes.1 * g]
  }

  /// Adds ∂ℓ/∂input · g, divided by the width for a mean, to the input's gradient.
  @inline(never)
  private func spread<T: Element>(
    _ inputs: Inputs, _ g: Node, _ type: T.Type, toLabels: Bool
  ) {
    let (p, y) = inputs.two
    let input = toLabels ? y : p
    guard input.needsGradient else { return }
    let (a, b, dz) = (p.pointer(T.self), y.pointer(T.self), g.pointer(T.self))
    let (gradient, adds) = input.gradientShare()
    let d = gradient.pointer(T.self)
    let width = p.count / max(g.count, 1)
    let divisor: T = averages ? T(width) : 1
    for example in 0..<g.count {
      let factor = dz[example] / divisor
      for place in example * width..<(example + 1) * width {
        let slopes = slopes(a[place], b[place])
        let share = (toLabels ? slopes.1 : slopes.0) * factor
        d[place] = adds ? d[place] + share : share
      }
    }
  }

  @inline(never)
  private func refuse<T: Element>(_ label: T) -> Never {
    fault(name, ["the label ", .number(Double(label)), "; expected ", .words(labels)])
  }
}

extension NDArray {
  /// The mean, or the sum, of a term over each example.
  /// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
  @inline(__always)
  static func pointwise(
    _ term: some PointwiseTerm, _ predictions: NDArray, _ labels: NDArray
  ) -> NDArray {
    requireSameType(term.name, predictions, labels)
    let shape = predictions.shape
    if shape != labels.shape {
      fault(
        term.name,
        "predictions of shape \(shape) for labels of shape \(labels.shape); "
          + "both need the same shape [batch, …]: reshape one of them")
    }
    if shape.rank == 0 { fault(term.name, "a scalar prediction; expected [batch, …]") }
    return operation(term, Shape(shape.first), predictions.node, labels.node)
  }
}
