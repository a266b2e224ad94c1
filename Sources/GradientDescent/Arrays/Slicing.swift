extension NDArray {
  /// The elements at some places of one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - places: such as `2..<5`, `2...` or `..<5`, within the axis
  public func sliced(axis: Int, _ places: some RangeExpression<Int>) -> NDArray {
    slice(shape.resolve(axis, in: "sliced"), places.relative(to: 0..<Int.max))
  }

  /// Some rows: the elements at some places of the first axis, as in `x[rows: 2..<5]`.
  public subscript(rows places: some RangeExpression<Int>) -> NDArray {
    slice(shape.resolve(0, in: "rows"), places.relative(to: 0..<Int.max))
  }

  /// Some columns: the elements at some places of the second axis, as in `x[columns: ..<2]`.
  public subscript(columns places: some RangeExpression<Int>) -> NDArray {
    slice(shape.resolve(1, in: "columns"), places.relative(to: 0..<Int.max))
  }

  /// One row: the elements at one place of the first axis, which goes away.
  /// - Parameter place: from 0; negative ones count from the end
  public subscript(row place: Int) -> NDArray { part(0, place, "row") }

  /// One column: the elements at one place of the second axis, which goes away.
  /// - Parameter place: from 0; negative ones count from the end
  public subscript(column place: Int) -> NDArray { part(1, place, "column") }

  private func part(_ axis: Int, _ place: Int, _ operation: String) -> NDArray {
    let length = shape[shape.resolve(axis, in: operation)]
    let index = place < 0 ? place + length : place
    if index < 0 || index >= length {
      fault(operation, "\(place) is outside of axis \(axis) of an array of shape \(shape)")
    }
    return slice(axis, index..<index + 1).squeezed(axis: axis)
  }

  private func slice(_ axis: Int, _ places: Range<Int>) -> NDArray {
    let end = places.upperBound == Int.max ? shape[axis] : places.upperBound
    if places.lowerBound < 0 || places.lowerBound > end || end > shape[axis] {
      fault(
        "slice",
        "the places from \(places.lowerBound) to \(end) are outside of axis \(axis) of an array of "
          + "shape \(shape)")
    }
    var lengths = shape
    lengths[axis] = end - places.lowerBound
    return NDArray.operation(
      Cut(shape, axis, lengths, from: places.lowerBound), lengths, node)
  }
}

/// Pieces of the same length at the same distance from one another.
private struct Cut: Operation {
  let count, length, distance, start: Int

  init(_ whole: Shape, _ axis: Int, _ piece: Shape, from place: Int) {
    let (outer, all, inner) = whole.split(around: axis..<axis + 1)
    count = outer
    length = piece[axis] * inner
    distance = all * inner
    start = place * inner
  }

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self) + start, result.pointer(T.self))
    for piece in 0..<count {
      (z + piece * length).update(from: x + piece * distance, count: length)
    }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    guard let dx = inputs.first.gradientToAddTo(T.self) else { return }
    for piece in 0..<count {
      let share = gradient.pointer(T.self) + piece * length
      Lanes.add(share, times: 1, to: dx + start + piece * distance, length)
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let starts = (0..<count).map { start + $0 * distance }
    return [call.gradient.scattered(to: starts, width: length, call.inputs[0].shape)]
  }
}
