/// The gradient of a function inside of a recording, as an array that is recorded itself.
enum NestedGradient {
  /// Differentiates Σ f at a point.
  /// - Parameters:
  ///   - operation: the function that the user called, for faults
  ///   - function: a function of one array
  ///   - point: where; what it was recorded from can be differentiated by in turn
  /// - Returns: ∂f/∂x, of the point's shape
  static func gradient(
    _ operation: String, of function: (NDArray) -> NDArray, at point: NDArray
  ) -> NDArray {
    let (mark, argument) = (Tape.lastOrder, point.argument)
    let value = function(argument)
    let slope = gradient(operation, of: value, to: argument, after: mark)
    return slope.tied(to: point)
  }

  /// Differentiates Σ f of a value that has been recorded already.
  static func gradient(
    _ operation: String, of value: NDArray, to argument: NDArray, after mark: Int
  ) -> NDArray {
    let seed = NDArray.ones(value.shape, dtype: value.dtype)
    let slopes = RecordedPass.gradients(of: value, seed: seed, to: [argument], after: mark)
    guard let slope = slopes[0] else { LostRecord.fault(operation) }
    return slope
  }
}

/// A function whose value does not depend on its argument, as far as the recording knows.
enum LostRecord {
  static func fault(_ operation: String) -> Never {
    GradientDescent.fault(
      operation,
      "the function's value was not computed from its argument by recorded operations; `item()`, "
        + "`elements`, comparisons and `noGradient` leave the record. Compute it with operations on "
        + "the array itself")
  }
}

extension RecordedCall {
  /// The gradients of an operation that is a composition of others: those of the composition.
  /// - Parameter composition: the same function of the same inputs, by other operations
  func slopes(through composition: ([NDArray]) -> NDArray) -> [NDArray?] {
    let mark = Tape.lastOrder
    let arguments = inputs.map { $0.argument }
    return RecordedPass.gradients(
      of: composition(arguments), seed: gradient, to: arguments, after: mark)
  }
}

extension NDArray {
  /// The same numbers as an array that no operation has read yet, with this array's history if it has
  /// one.
  fileprivate var argument: NDArray {
    if node.needsGradient { return reshaped(shape) }
    var leaf = self
    leaf.attachGradient()
    return leaf
  }

  /// The same numbers, known to depend on a point even if they are constant: then the gradient is 0, and
  /// no fault.
  fileprivate func tied(to point: NDArray) -> NDArray {
    NDArray.operation(Tie(), shape, node, point.node)
  }
}

private struct Tie: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    result.copyElements(from: inputs.first)
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let g = gradient.pointer(T.self)
    inputs.two.0.addToGradient { g[$0] }
    inputs.two.1.addToGradient { _ in T(0) }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] { [call.gradient, nil] }
}
