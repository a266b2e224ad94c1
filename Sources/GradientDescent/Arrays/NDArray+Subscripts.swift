extension NDArray {
  /// One element of a matrix.
  /// - Parameters:
  ///   - row: from 0; negative ones count from the end
  ///   - column: from 0; negative ones count from the end
  public subscript(row: Int, column: Int) -> Double {
    get { element(at: offset(of: [row, column])) }
    set { setNumber(newValue, at: offset(of: [row, column])) }
  }

  /// One element: `x[i, j, k]`, or the number `x[i]` where one is asked for.
  /// - Parameter indices: one for each axis, from 0; negative ones count from the end
  @_disfavoredOverload
  public subscript(indices: Int...) -> Double {
    get { element(at: offset(of: indices)) }
    set { setNumber(newValue, at: offset(of: indices)) }
  }

  /// The part at one place of the first axis, as in NumPy and PyTorch: a row of a matrix, a scalar of a
  /// vector. Where a `Double` is asked for it is the number: `let a: Double = x[0]`, `x[0] = 2`.
  /// - Parameter place: from 0; negative ones count from the end
  public subscript(place: Int) -> NDArray {
    get { part(requireAxes(1), place, "subscript") }
    set { replace(requireAxes(1), place, newValue, "subscript") }
  }

  /// Some places of the first axis: `x[1..<3]`, `x[2...]`.
  ///
  /// What is assigned has the part's shape, or one that broadcasts to it.
  /// - Parameter places: within the axis, which stays
  public subscript(places: some ArrayIndex) -> NDArray {
    get { part(requireAxes(1), places, "subscript") }
    set { replace(requireAxes(1), places, newValue, "subscript") }
  }

  /// A part along the first two axes: `x[0..., 0]` is the first column, `x[1..<3, ..<2]` a block. An axis at
  /// one place goes away.
  ///
  /// What is assigned has the part's shape, or one that broadcasts to it.
  public subscript(first: some ArrayIndex, second: some ArrayIndex) -> NDArray {
    get {
      _ = requireAxes(2)
      return part(1, second, "subscript").part(ofPartAlong: 0, first, "subscript")
    }
    set {
      _ = requireAxes(2)
      var rows = part(0, first, "subscript")
      let axis = rows.shape.rank - shape.rank + 1
      rows.replace(axis, second, newValue, "subscript")
      replace(0, first, rows, "subscript")
    }
  }

  /// A part along the first three axes, as with two. An axis at one place goes away.
  public subscript(
    first: some ArrayIndex, second: some ArrayIndex, third: some ArrayIndex
  ) -> NDArray {
    get {
      _ = requireAxes(3)
      return part(2, third, "subscript").part(ofPartAlong: 1, second, "subscript")
        .part(ofPartAlong: 0, first, "subscript")
    }
    set {
      _ = requireAxes(3)
      var rows = part(0, first, "subscript")
      if rows.shape.rank == shape.rank {
        // Only blocks: the outer two axes are one part after the other.
        var columns = rows.part(1, second, "subscript")
        columns.replace(columns.shape.rank - shape.rank + 2, third, newValue, "subscript")
        rows.replace(1, second, columns, "subscript")
      } else {
        rows[second, third] = newValue
      }
      replace(0, first, rows, "subscript")
    }
  }

  /// A part along all four axes of a batch of images, as with two. An axis at one place goes away.
  public subscript(
    first: some ArrayIndex, second: some ArrayIndex, third: some ArrayIndex,
    fourth: some ArrayIndex
  ) -> NDArray {
    get {
      _ = requireAxes(4)
      return part(3, fourth, "subscript").part(ofPartAlong: 2, third, "subscript")
        .part(ofPartAlong: 1, second, "subscript").part(ofPartAlong: 0, first, "subscript")
    }
    set {
      _ = requireAxes(4)
      // Of each part, the axis of the next index: one less where the last index took its axis away.
      var images = part(0, first, "subscript")
      let channel = 1 + images.shape.rank - shape.rank
      var channels = images.part(channel, second, "subscript")
      let row = channel + 1 + channels.shape.rank - images.shape.rank
      var rows = channels.part(row, third, "subscript")
      let column = row + 1 + rows.shape.rank - channels.shape.rank
      rows.replace(column, fourth, newValue, "subscript")
      channels.replace(row, third, rows, "subscript")
      images.replace(channel, second, channels, "subscript")
      replace(0, first, images, "subscript")
    }
  }

  /// Axis 0; a fault unless there are so many axes.
  private func requireAxes(_ count: Int) -> Int {
    if shape.rank < count {
      fault("subscript", "\(count) indices for an array of shape \(shape)")
    }
    return 0
  }

  /// Writes a number: in place, or as an operation where a gradient is wanted.
  private mutating func setNumber(_ value: Double, at place: Int) {
    if Tape.isRecording && node.needsGradient {
      var row = flattened()
      row.replace(0, place, NDArray(value, dtype: dtype), "subscript")
      self = row.reshaped(shape)
    } else {
      makeWritable()
      setElement(value, at: place)
    }
  }

  private func offset(of indices: [Int]) -> Int {
    if indices.count != shape.rank {
      fault("subscript", "\(indices.count) indices for an array of shape \(shape)")
    }
    var offset = 0
    for (axis, index) in indices.enumerated() {
      let length = shape[axis]
      let place = index < 0 ? index + length : index
      if place < 0 || place >= length {
        fault(
          "subscript", "index \(index) is outside of axis \(axis) of an array of shape \(shape)")
      }
      offset = offset * length + place
    }
    return offset
  }
}
