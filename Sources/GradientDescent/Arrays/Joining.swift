extension NDArray {
  /// Arrays one after another along an axis that they have.
  /// - Parameters:
  ///   - arrays: at least one, of one `dtype` and of shapes that agree but for that axis
  ///   - axis: negative ones count from the end
  public static func concatenate(_ arrays: [NDArray], axis: Int = 0) -> NDArray {
    guard let first = arrays.first else { fault("concatenate", "there are no arrays") }
    return joined(arrays[...], axis: first.shape.resolve(axis, in: "concatenate"), "concatenate")
  }

  /// Arrays side by side along a new axis.
  /// - Parameters:
  ///   - arrays: at least one, all of one `dtype` and shape
  ///   - axis: the new axis's place in the result; negative ones count from the end
  public static func stack(_ arrays: [NDArray], axis: Int = 0) -> NDArray {
    guard let first = arrays.first else { fault("stack", "there are no arrays") }
    for array in arrays where array.shape != first.shape {
      fault("stack", "the shapes \(first.shape) and \(array.shape) differ")
    }
    let place = axis < 0 ? axis + first.shape.rank + 1 : axis
    return joined(arrays.map { $0.expandedDimensions(axis: axis) }[...], axis: place, "stack")
  }

  /// Joins halves, so that no array is copied more often than the logarithm of their number.
  private static func joined(
    _ arrays: ArraySlice<NDArray>, axis: Int, _ operation: String
  ) -> NDArray {
    if arrays.count == 1 { return arrays[arrays.startIndex] }
    let middle = arrays.startIndex + arrays.count / 2
    return pair(
      joined(arrays[..<middle], axis: axis, operation),
      joined(arrays[middle...], axis: axis, operation), axis, operation)
  }

  private static func pair(
    _ a: NDArray, _ b: NDArray, _ axis: Int, _ operation: String
  ) -> NDArray {
    requireSameType(operation, a, b)
    guard let shape = a.shape.joined(with: b.shape, axis: axis) else {
      fault(
        operation, "the shapes \(a.shape) and \(b.shape) differ in more than axis \(axis)")
    }
    let count = shape.split(around: axis..<axis + 1).outer
    return NDArray.operation(Seam(count: count), shape, a.node, b.node)
  }
}

extension Shape {
  /// The shape of two arrays one after the other along an axis; nil when another axis differs.
  fileprivate func joined(with other: Shape, axis: Int) -> Shape? {
    guard rank == other.rank else { return nil }
    for place in 0..<rank where place != axis && self[place] != other[place] { return nil }
    var result = self
    result[axis] += other[axis]
    return result
  }
}

/// Pieces of a and of b in turn, as many of each as the axes outside of the joined one have.
private struct Seam: Operation {
  let count: Int

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (a, b) = inputs.two
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    let (m, n) = (a.count / max(count, 1), b.count / max(count, 1))
    for piece in 0..<count {
      (z + piece * (m + n)).update(from: x + piece * m, count: m)
      (z + piece * (m + n) + m).update(from: y + piece * n, count: n)
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (a, b) = inputs.two
    let (m, n) = (a.count / max(count, 1), b.count / max(count, 1))
    let dz = gradient.pointer(T.self)
    a.addToGradient { dz[$0 / m * (m + n) + $0 % m] }
    b.addToGradient { dz[$0 / n * (m + n) + m + $0 % n] }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (a, b, pieces) = (call.inputs[0], call.inputs[1], max(count, 1))
    let (m, n) = (a.count / pieces, b.count / pieces)
    let g = call.gradient.reshaped(Shape(count, m + n))
    return [
      g[columns: 0..<m].reshaped(a.shape), g[columns: m..<m + n].reshaped(b.shape),
    ]
  }
}
