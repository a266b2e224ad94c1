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
    return NDArray.operation(shape, a.node, b.node) { result in
      switch a.dtype {
      case .float32: Seam.forward(Float.self, count, a.node, b.node, result)
      case .float64: Seam.forward(Double.self, count, a.node, b.node, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: Seam.backward(Float.self, count, result)
      case .float64: Seam.backward(Double.self, count, result)
      }
    }
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
private enum Seam {
  static func forward<T: Element>(
    _ type: T.Type, _ count: Int, _ a: Node, _ b: Node, _ result: Node
  ) {
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), result.pointer(T.self))
    let (m, n) = (a.count / max(count, 1), b.count / max(count, 1))
    for piece in 0..<count {
      (z + piece * (m + n)).update(from: x + piece * m, count: m)
      (z + piece * (m + n) + m).update(from: y + piece * n, count: n)
    }
  }

  static func backward<T: Element>(_ type: T.Type, _ count: Int, _ result: Node) {
    guard let a = result.inputs.0, let b = result.inputs.1, let g = result.gradient else { return }
    let (m, n) = (a.count / max(count, 1), b.count / max(count, 1))
    let dz = g.pointer(T.self)
    if a.needsGradient { share(dz, count, m, m + n, with: a) }
    if b.needsGradient { share(dz + m, count, n, m + n, with: b) }
  }

  private static func share<T: Element>(
    _ dz: UnsafePointer<T>, _ count: Int, _ length: Int, _ distance: Int, with input: Node
  ) {
    let (gradient, adds) = input.gradientShare()
    let dx = gradient.pointer(T.self)
    for piece in 0..<count {
      for i in 0..<length {
        let (place, share) = (piece * length + i, dz[piece * distance + i])
        dx[place] = adds ? dx[place] + share : share
      }
    }
  }
}
