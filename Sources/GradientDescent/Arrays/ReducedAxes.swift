/// The axes that a reduction takes away, and the array brought into an order in which they are
/// neighbours.
struct ReducedAxes {
  /// The array itself, or its transpose with the reduced axes at the end.
  let array: NDArray
  /// `outer` blocks of `length` rows of `inner`: one result for each of outer · inner.
  let outer, length, inner: Int
  /// The result's shape.
  let shape: Shape

  /// Finds how to reduce an array.
  /// - Parameters:
  ///   - operation: the name for faults
  ///   - array: what is reduced
  ///   - axes: the axes, each once; nil for all
  ///   - keepDimensions: whether the reduced axes stay, with length 1
  ///   - trailing: whether the reduced axes have to be the last ones
  init(
    _ operation: String, _ array: NDArray, _ axes: [Int]?, keepDimensions: Bool, trailing: Bool
  ) {
    let rank = array.shape.rank
    let isReduced = ReducedAxes.marks(operation, array.shape, axes)
    let reduced = (0..<rank).filter { isReduced[$0] }
    let kept = (0..<rank).filter { !isReduced[$0] }
    let first = reduced.first ?? rank
    let areNeighbours = reduced.isEmpty || reduced[reduced.count - 1] == first + reduced.count - 1
    if areNeighbours && (!trailing || first + reduced.count == rank) {
      self.array = array
      (outer, length, inner) = array.shape.split(around: first..<first + reduced.count)
    } else {
      self.array = array.transposed(kept + reduced)
      (outer, length, inner) = self.array.shape.split(around: kept.count..<rank)
    }
    shape =
      keepDimensions
      ? Shape((0..<rank).map { isReduced[$0] ? 1 : array.shape[$0] })
      : Shape(kept.map { array.shape[$0] })
  }

  private static func marks(_ operation: String, _ shape: Shape, _ axes: [Int]?) -> [Bool] {
    guard let axes else { return [Bool](repeating: true, count: shape.rank) }
    var marks = [Bool](repeating: false, count: shape.rank)
    for axis in axes {
      let place = shape.resolve(axis, in: operation)
      if marks[place] { fault(operation, "axis \(axis) of the shape \(shape) is named twice") }
      marks[place] = true
    }
    return marks
  }
}
