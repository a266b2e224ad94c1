extension NDArray {
  /// The same elements, row by row, under another shape.
  /// - Parameter shape: as many elements as this array has
  public func reshaped(_ shape: Shape) -> NDArray {
    if shape.count != count {
      fault(
        "reshaped",
        "the shape \(self.shape) has \(count) elements, \(shape) asks for \(shape.count)")
    }
    return NDArray.operation(shape, node) { result in
      result.elements.copyMemory(from: node.elements, byteCount: count * dtype.size)
    } backward: { result in
      guard let x = result.inputs.0, let g = result.gradient, x.needsGradient else { return }
      let (gradient, adds) = x.gradientShare()
      switch result.dtype {
      case .float32: NDArray.put(g.pointer(Float.self), in: gradient.pointer(), adds, x.count)
      case .float64: NDArray.put(g.pointer(Double.self), in: gradient.pointer(), adds, x.count)
      }
    }
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

  private static func put<T: Element>(
    _ x: UnsafePointer<T>, in y: UnsafeMutablePointer<T>, _ adds: Bool, _ count: Int
  ) {
    for i in 0..<count { y[i] = adds ? y[i] + x[i] : x[i] }
  }
}
