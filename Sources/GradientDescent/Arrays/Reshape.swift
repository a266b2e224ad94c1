extension NDArray {
  /// The same elements, row by row, under another shape.
  /// - Parameter shape: as many elements as this array has
  public func reshaped(_ shape: Shape) -> NDArray {
    if shape.count != count {
      fault(
        "reshaped",
        "the shape \(self.shape) has \(count) elements, \(shape) asks for \(shape.count)")
    }
    return NDArray.operation(Copy(), shape, node)
  }

  /// All elements along one axis.
  /// - Shape: any to `[count]`
  public func flattened() -> NDArray { reshaped(Shape(count)) }

  /// The array with a new axis of length 1.
  /// - Parameter axis: the new axis's place in the result; negative ones count from the end
  public func expandedDimensions(axis: Int) -> NDArray {
    let place = axis < 0 ? axis + shape.rank + 1 : axis
    if place < 0 || place > shape.rank {
      fault("expandedDimensions", "an axis at \(axis) does not fit into the shape \(shape)")
    }
    var lengths = shape.array
    lengths.insert(1, at: place)
    return reshaped(Shape(lengths))
  }

  /// The array without its axes of length 1.
  public func squeezed() -> NDArray { reshaped(Shape(shape.array.filter { $0 != 1 })) }

  /// The array without one axis of length 1.
  /// - Parameter axis: negative ones count from the end; an axis of another length is a fault
  public func squeezed(axis: Int) -> NDArray {
    let place = shape.resolve(axis, in: "squeezed")
    if shape[place] != 1 {
      fault("squeezed", "axis \(axis) of the shape \(shape) has the length \(shape[place]), not 1")
    }
    var lengths = shape.array
    lengths.remove(at: place)
    return reshaped(Shape(lengths))
  }
}

private struct Copy: Operation {
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    result.copyElements(from: inputs.first)
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let g = gradient.pointer(T.self)
    inputs.first.addToGradient { g[$0] }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    [call.gradient.reshaped(call.inputs[0].shape)]
  }
}
