// nan counts as greater than any number: it comes last, as in NumPy and PyTorch, and first when
// descending, as in PyTorch. Equal elements keep their order.
extension NDArray {
  /// The elements in order along one axis, the least first.
  /// - Parameters:
  ///   - axis: negative ones count from the end; the last unless given
  ///   - descending: whether the greatest comes first
  /// - Shape: any to the same; a scalar is a fault
  public func sorted(axis: Int = -1, descending: Bool = false) -> NDArray {
    let place = shape.resolve(axis, in: "sorted")
    let rows = toTrailing(place)
    if !(Tape.isRecording && node.needsGradient), let sorted = rows.rowsInOrder(descending) {
      return sorted.fromTrailing(place)
    }
    let order = rows.order(descending: descending, "sorted")
    let width = rows.shape.last
    let starts = order.enumerated().map {
      $0.offset / Swift.max(width, 1) * width + Int($0.element)
    }
    return rows.gathered(from: starts).fromTrailing(place)
  }

  /// Puts the elements in order along one axis, the least first: NumPy's `sort`, which changes the array.
  /// - Parameters:
  ///   - axis: negative ones count from the end; the last unless given
  ///   - descending: whether the greatest comes first
  public mutating func sort(axis: Int = -1, descending: Bool = false) {
    let result = sorted(axis: axis, descending: descending)
    self = result
  }

  /// The places that the elements would come from in `sorted`, as numbers of this array's type. There is
  /// no gradient.
  /// - Parameters:
  ///   - axis: negative ones count from the end; the last unless given
  ///   - descending: whether the greatest comes first
  /// - Shape: any to the same; a scalar is a fault
  public func argsort(axis: Int = -1, descending: Bool = false) -> NDArray {
    noGradient {
      let place = shape.resolve(axis, in: "argsort")
      let rows = toTrailing(place)
      let order = rows.order(descending: descending, "argsort")
      return NDArray(order.map { Double($0) }, shape: rows.shape, dtype: dtype).fromTrailing(place)
    }
  }

  /// The array with one axis moved to the end.
  func toTrailing(_ axis: Int) -> NDArray {
    if axis == shape.rank - 1 { return self }
    return transposed((0..<shape.rank).filter { $0 != axis } + [axis])
  }

  /// The array with its last axis moved back to where `toTrailing` has taken it from.
  func fromTrailing(_ axis: Int) -> NDArray {
    if axis == shape.rank - 1 { return self }
    var axes = Array(0..<shape.rank - 1)
    axes.insert(shape.rank - 1, at: axis)
    return transposed(axes)
  }

  /// Each row along the last axis in order; nil when only the order of the places tells how.
  private func rowsInOrder(_ descending: Bool) -> NDArray? {
    if shape.last > Int(UInt32.max >> 1) { return nil }
    let result = NDArray(uninitialized: shape, dtype: dtype)
    let other = NDArray(uninitialized: [shape.last], dtype: dtype)
    let isDone =
      switch dtype {
      case .float32:
        RadixSort.rows(
          node.pointer(Float.self), count, shape.last, descending,
          other.node.pointer(Float.self), to: result.node.pointer(Float.self))
      case .float64:
        RadixSort.rows(
          node.pointer(Double.self), count, shape.last, descending,
          other.node.pointer(Double.self), to: result.node.pointer(Double.self))
      }
    return isDone ? result : nil
  }

  /// For each row along the last axis, its places in order.
  private func order(descending: Bool, _ operation: String) -> [UInt32] {
    if shape.last > Int(UInt32.max >> 1) {
      fault(operation, "an axis of \(shape.last) elements; expected fewer than 2,147,483,648")
    }
    switch dtype {
    case .float32: return RadixOrder.rows(node.pointer(Float.self), count, shape.last, descending)
    case .float64: return RadixOrder.rows(node.pointer(Double.self), count, shape.last, descending)
    }
  }
}
