extension NDArray {
  /// The result of an operation: a node to be written by `forward`, and on the tape when a recording
  /// is open and a gradient is wanted of any input.
  /// - Parameters:
  ///   - shape: the result's shape
  ///   - inputs: the arrays that the operation reads, all of one `dtype`
  ///   - scalar: a number that the backward rule needs
  ///   - forward: writes the result's elements
  ///   - backward: adds to the inputs' gradients, given the result with its gradient
  @inline(__always)
  static func operation(
    _ shape: Shape, _ first: Node, _ second: Node? = nil, _ third: Node? = nil,
    scalar: Double = 0, forward: (Node) -> Void, backward: @escaping (Node) -> Void
  ) -> NDArray {
    guard Tape.isRecording,
      first.needsGradient || second?.needsGradient ?? false || third?.needsGradient ?? false
    else {
      let storage = RecentResults.makeStorage(shape, first.dtype)
      forward(storage.node)
      return NDArray(storage)
    }
    let storage = Tape.makeStorage(shape, first.dtype)
    let node = storage.node
    node.setInputs(first, second, third)
    node.scalar = scalar
    node.setBackwardRule(backward)
    forward(node)
    return NDArray(storage)
  }
}
