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
      let node = Node(shape: shape, dtype: first.dtype)
      forward(node)
      return NDArray(node)
    }
    let node = Tape.makeNode(shape, first.dtype)
    node.needsGradient = true
    node.inputs = (first, second, third)
    node.scalar = scalar
    node.backwardRule = backward
    node.isLeaf = false
    node.isSpent = false
    forward(node)
    return NDArray(node)
  }
}
