extension NDArray {
  /// The elements at some places of one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end
  ///   - places: such as `2..<5`, `2...` or `..<5`, within the axis; one place takes the axis away
  public func sliced(axis: Int, _ places: some ArrayIndex) -> NDArray {
    part(shape.resolve(axis, in: "sliced"), places, "slice")
  }

  /// Some rows: the elements at some places of the first axis, as in `x[rows: 2..<5]`.
  ///
  /// What is assigned has the part's shape, or one that broadcasts to it.
  public subscript(rows places: some ArrayIndex) -> NDArray {
    get { part(shape.resolve(0, in: "rows"), places, "slice") }
    set { replace(shape.resolve(0, in: "rows"), places, newValue, "slice") }
  }

  /// Some columns: the elements at some places of the second axis, as in `x[columns: ..<2]`.
  ///
  /// What is assigned has the part's shape, or one that broadcasts to it.
  public subscript(columns places: some ArrayIndex) -> NDArray {
    get { part(shape.resolve(1, in: "columns"), places, "slice") }
    set { replace(shape.resolve(1, in: "columns"), places, newValue, "slice") }
  }

  /// One row: the elements at one place of the first axis, which goes away.
  /// - Parameter place: from 0; negative ones count from the end
  public subscript(row place: Int) -> NDArray {
    get { part(shape.resolve(0, in: "row"), place, "row") }
    set { replace(shape.resolve(0, in: "row"), place, newValue, "row") }
  }

  /// One column: the elements at one place of the second axis, which goes away.
  /// - Parameter place: from 0; negative ones count from the end
  public subscript(column place: Int) -> NDArray {
    get { part(shape.resolve(1, in: "column"), place, "column") }
    set { replace(shape.resolve(1, in: "column"), place, newValue, "column") }
  }

  /// The elements at some places of an axis; one place takes the axis away.
  func part(_ axis: Int, _ index: some ArrayIndex, _ operation: String) -> NDArray {
    let places = requirePlaces(axis, index, operation)
    var lengths = shape
    lengths[axis] = places.end - places.start
    let piece = NDArray.operation(Cut(shape, axis, lengths, from: places.start), lengths, node)
    return places.isOne ? piece.squeezed(axis: axis) : piece
  }

  /// The same of an array that is a part already: itself if all places of the axis are meant.
  func part(ofPartAlong axis: Int, _ index: some ArrayIndex, _ operation: String) -> NDArray {
    let places = index.places(ofAxisOf: shape[axis])
    let isAll = !places.isOne && places.start == 0 && places.end == shape[axis]
    return isAll ? self : part(axis, index, operation)
  }

  /// Writes the elements at some places of an axis: in place, or as an operation where a gradient is
  /// wanted.
  /// - Parameter values: of the part's shape, or one that broadcasts to it
  mutating func replace(
    _ axis: Int, _ index: some ArrayIndex, _ values: NDArray, _ operation: String
  ) {
    let places = requirePlaces(axis, index, operation)
    NDArray.requireSameType(operation, self, values)
    var lengths = shape
    lengths[axis] = places.end - places.start
    let cut = Cut(shape, axis, lengths, from: places.start)
    let values = values.fitted(to: lengths, places.isOne ? axis : nil, operation)
    if Tape.isRecording && (node.needsGradient || values.node.needsGradient) {
      self = NDArray.operation(Insertion(cut: cut), shape, node, values.node)
    } else {
      makeWritable()
      Insertion(cut: cut).write(values.node, to: node)
    }
    withExtendedLifetime(values) {}
  }

  /// Makes sure that nobody else sees what is written next, and that a recorded array whose elements are
  /// written has no history that says otherwise.
  mutating func makeWritable() {
    if node.needsGradient && !node.isLeaf { self = detached() } else { makeUnique() }
  }

  /// The values for a part of a given shape, whose axis `dropped` is not theirs.
  private func fitted(to part: Shape, _ dropped: Int?, _ operation: String) -> NDArray {
    var lengths = part.array
    if let dropped { lengths.remove(at: dropped) }
    let target = Shape(lengths)
    if shape != target && shape.broadcast(with: target) != target {
      fault(operation, "an array of shape \(shape) for a part of shape \(target)")
    }
    let values = broadcast(to: target)
    return dropped == nil ? values : values.reshaped(part)
  }

  private func requirePlaces(
    _ axis: Int, _ index: some ArrayIndex, _ operation: String
  ) -> ArrayPlaces {
    let (length, places) = (shape[axis], index.places(ofAxisOf: shape[axis]))
    if places.start < 0 || places.start > places.end || places.end > length {
      fault(
        operation,
        places.isOne
          ? [
            .count(places.start < 0 ? places.start - length : places.start),
            " is outside of axis ", .count(axis), " of an array of shape ", .shape(shape),
          ]
          : [
            "the places from ", .count(places.start), " to ", .count(places.end),
            " are outside of axis ", .count(axis), " of an array of shape ", .shape(shape),
          ])
    }
    return places
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
    if length == 1 {
      // A column: the call that copies a piece would take longer than the number.
      for piece in 0..<count { z[piece] = x[piece &* distance] }
      return
    }
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
    let (x, g) = (call.inputs[0], call.gradient)
    let zeros = NDArray.zeros(x.shape, dtype: x.dtype)
    return [NDArray.operation(Insertion(cut: self), x.shape, zeros.node, g.node)]
  }
}

/// The first array, with the second one in place of some pieces.
private struct Insertion: Operation {
  let cut: Cut

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    result.copyElements(from: inputs.two.0)
    write(T.self, inputs.two.1, result)
  }

  /// Writes the pieces over those of a node.
  func write(_ pieces: Node, to whole: Node) {
    switch whole.dtype {
    case .float32: write(Float.self, pieces, whole)
    case .float64: write(Double.self, pieces, whole)
    }
  }

  private func write<T: Element>(_ type: T.Type, _ pieces: Node, _ whole: Node) {
    let (x, z) = (pieces.pointer(T.self), whole.pointer(T.self) + cut.start)
    for piece in 0..<cut.count {
      (z + piece * cut.distance).update(from: x + piece * cut.length, count: cut.length)
    }
  }

  /// What was replaced has no gradient; what replaced it has that of its place.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    let (whole, pieces) = inputs.two
    let (g, cut) = (gradient.pointer(T.self), cut)
    let width = max(cut.length, 1)
    pieces.addToGradient { g[cut.start + $0 / width * cut.distance + $0 % width] }
    if !whole.needsGradient { return }
    let (share, adds) = whole.gradientShare()
    let dx = share.pointer(T.self)
    for piece in 0..<cut.count {
      let (from, to) = (cut.start, cut.start + cut.length)
      for i in 0..<cut.distance {
        let place = piece * cut.distance + i
        let slope = i >= from && i < to ? 0 : g[place]
        dx[place] = adds ? dx[place] + slope : slope
      }
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (pieces, g) = (call.inputs[1], call.gradient)
    let zeros = NDArray.zeros(pieces.shape, dtype: pieces.dtype)
    return [
      NDArray.operation(self, g.shape, g.node, zeros.node),
      NDArray.operation(cut, pieces.shape, g.node),
    ]
  }
}
