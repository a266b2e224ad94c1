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

  /// The same elements, row by row, under another shape, one of whose lengths may be −1: as long as it
  /// takes.
  /// - Parameter lengths: those of the axes; at most one is −1
  public func reshaped(_ lengths: [Int]) -> NDArray {
    guard let open = lengths.firstIndex(of: -1) else { return reshaped(Shape(lengths)) }
    var lengths = lengths
    lengths[open] = 1
    let others = Shape(lengths).count
    if others == 0 || count % others != 0 {
      lengths[open] = -1
      fault(
        "reshaped",
        "the shape \(shape) has \(count) elements, which \(Shape.text(lengths)) does not divide evenly"
      )
    }
    lengths[open] = count / others
    return reshaped(Shape(lengths))
  }

  /// NumPy's and PyTorch's name of `reshaped`, with the lengths one by one: `x.reshape(2, -1)`.
  /// - Parameter lengths: those of the axes; at most one is −1
  public func reshape(_ lengths: Int...) -> NDArray { reshaped(lengths) }

  /// NumPy's and PyTorch's name of `reshaped`.
  /// - Parameter lengths: those of the axes; at most one is −1
  public func reshape(_ lengths: [Int]) -> NDArray { reshaped(lengths) }

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
