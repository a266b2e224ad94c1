/// The cross-entropy of several classes, from logits: −ln qₖ for the class k that an example has, with
/// q = softmax(p). No softmax comes before this loss.
///
/// Labels are class indices, or distributions over the classes; then it is −Σ yⱼ·ln qⱼ. Computed as
/// ln Σ e^(pⱼ − m) − (pₖ − m) with m the largest logit, which neither overflows nor takes the
/// logarithm of 0. A class that is masked by the logit −∞ adds nothing where its label is 0.
/// - Shape: predictions `[batch, …, classes]`, and labels `[batch, …]` of class indices from 0, or
///   `[batch, …, classes]` of probabilities, to `[batch]`; averaged over the axes between
/// - Source: Gluon's `SoftmaxCrossEntropyLoss`, PyTorch's `CrossEntropyLoss`
public final class SoftmaxCrossEntropyLoss: Loss {
  private static var name: String { "SoftmaxCrossEntropyLoss" }

  /// Makes the loss.
  public init() {}

  /// −ln qₖ or −Σ yⱼ·ln qⱼ, the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.requireSameType(SoftmaxCrossEntropyLoss.name, predictions, labels)
    let shape = predictions.shape
    if shape.rank < 2 || shape.last < 2 { refuse(shape, labels.shape) }
    if labels.shape == shape { return fromDistributions(predictions, labels) }
    if labels.shape != shape.dropLast { refuse(shape, labels.shape) }
    return fromIndices(predictions, labels)
  }

  /// −ln qₖ, the mean of each example, with the classes as whole numbers.
  public func callAsFunction(_ predictions: NDArray, _ labels: [Int]) -> NDArray {
    self(predictions, NDArray(labels.map { Double($0) }, dtype: predictions.dtype))
  }

  private func refuse(_ predictions: Shape, _ labels: Shape) -> Never {
    fault(
      SoftmaxCrossEntropyLoss.name,
      "predictions of shape \(predictions) for labels of shape \(labels); expected "
        + "[batch, …, classes] with at least 2 classes, and [batch, …] of class indices or "
        + "[batch, …, classes] of probabilities")
  }

  private func fromDistributions(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    let positions = labels.count / max(labels.shape.first * labels.shape.last, 1)
    return NDArray.pointwise(
      CrossEntropyTerm(positions: Double(positions)), predictions.logSoftmax(), labels)
  }

  private func fromIndices(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    let softmax = NDArray(uninitialized: predictions.shape, dtype: predictions.dtype)
    return NDArray.operation(
      ClassTerm(softmax: softmax), Shape(predictions.shape.first), predictions.node, labels.node)
  }
}

/// Gluon's short name of `SoftmaxCrossEntropyLoss`.
public typealias SoftmaxCELoss = SoftmaxCrossEntropyLoss

/// −y·ln q, shared among the positions of an example.
private struct CrossEntropyTerm: PointwiseTerm {
  let positions: Double
  var name: String { "SoftmaxCrossEntropyLoss" }
  var labels: String { "a probability, at least 0" }
  var averages: Bool { false }
  func accepts<T: Element>(_ y: T) -> Bool { !(y < 0) }
  /// A class without a share adds nothing, even if its logit is −∞.
  func value<T: Element>(_ p: T, _ y: T) -> T {
    y == 0 && p == -T.infinity ? 0 : -y * p / T(positions)
  }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) { (-y / T(positions), -p / T(positions)) }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    (-y / positions, -p / positions)
  }
}

/// −ln qₖ, the mean over the positions of an example.
private struct ClassTerm: Operation {
  /// q, from the forward pass on.
  let softmax: NDArray

  /// Writes q, and the mean of −ln qₖ over each example's positions.
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (p, y) = inputs.two
    let classes = p.shape.last
    let (x, q) = (p.pointer(T.self), softmax.node.pointer(T.self))
    let (labels, out) = (y.pointer(T.self), result.pointer(T.self))
    let positions = y.count / max(result.count, 1)
    for example in 0..<result.count {
      var sum: T = 0
      for row in example * positions..<(example + 1) * positions {
        let start = row * classes
        let k = requireClass(labels[row], classes)
        sum += surprise(x + start, q + start, k, classes)
      }
      out[example] = sum / T(positions)
    }
  }

  /// Writes q of one row.
  /// - Returns: −ln qₖ
  @inline(__always)
  private func surprise<T: Element>(
    _ x: UnsafePointer<T>, _ q: UnsafeMutablePointer<T>, _ k: Int, _ classes: Int
  ) -> T {
    let largest = Rows.greatest(x, classes)
    for j in 0..<classes { q[j] = T.exp(x[j] - largest) }
    let total = Lanes.sum(q, classes)
    for j in 0..<classes { q[j] /= total }
    return T.log(total) - (x[k] - largest)
  }

  /// dp = (q − [j = k]) · g, shared among the positions
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (p, y) = inputs.two
    if y.needsGradient {
      fault("SoftmaxCrossEntropyLoss", "a gradient with respect to class indices; there is none")
    }
    let classes = p.shape.last
    guard p.needsGradient else { return }
    let (q, labels) = (softmax.node.pointer(T.self), y.pointer(T.self))
    let (share, adds) = p.gradientShare()
    let (dx, dz) = (share.pointer(T.self), gradient.pointer(T.self))
    let positions = y.count / max(result.count, 1)
    for row in 0..<y.count {
      let factor = dz[row / positions] / T(positions)
      let k = requireClass(labels[row], classes)
      for j in 0..<classes {
        let share = (j == k ? q[row * classes + j] - 1 : q[row * classes + j]) * factor
        dx[row * classes + j] = adds ? dx[row * classes + j] + share : share
      }
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (p, y) = (call.inputs[0], call.inputs[1])
    let (rows, classes) = (y.count, p.shape.last)
    let isClass = y.reshaped(Shape(rows, 1)) .== NDArray.arange(classes, dtype: p.dtype)
    let positions = rows / max(call.result.count, 1)
    let g = (call.gradient / Double(positions)).reshaped(Shape(call.result.count, 1))
      .broadcast(to: Shape(call.result.count, positions)).reshaped(Shape(rows, 1))
    let slope = (p.reshaped(Shape(rows, classes)).softmax() - isClass) * g
    return [slope.reshaped(p.shape), nil]
  }

  @inline(__always)
  private func requireClass<T: Element>(_ label: T, _ classes: Int) -> Int {
    guard let k = label.index(below: classes) else {
      fault(
        "SoftmaxCrossEntropyLoss",
        "the label \(Double(label)) for \(classes) classes; expected a whole number from 0 to "
          + "\(classes - 1)")
    }
    return k
  }
}

extension Shape {
  /// The shape without its last axis.
  fileprivate var dropLast: Shape { rank == 2 ? Shape(first) : Shape(Array(array.dropLast())) }
}
