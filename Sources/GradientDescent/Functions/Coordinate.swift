extension NDArray {
  /// One number of a point: x[index]. Its gradient is that number's place in the point's.
  /// - Shape: `[n]` to `[]`
  func coordinate(_ index: Int) -> NDArray {
    NDArray.operation(Coordinate(index: index), .scalar, node)
  }
}

private struct Coordinate: Operation {
  let index: Int

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    result.pointer(T.self)[0] = inputs.first.pointer(T.self)[index]
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    inputs.first.gradientToAddTo(T.self)?[index] += gradient.pointer(T.self)[0]
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient.scattered(to: [index], width: 1, call.inputs[0].shape)]
  }
}
