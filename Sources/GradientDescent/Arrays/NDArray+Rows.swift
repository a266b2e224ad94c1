extension NDArray: Sequence {
  /// The rows of an array, the first one first.
  public struct Iterator: IteratorProtocol {
    private let array: NDArray
    private var place = 0

    init(_ array: NDArray) { self.array = array }

    /// The next row: the part at the next place of the first axis.
    public mutating func next() -> NDArray? {
      if place >= array.shape[0] { return nil }
      place += 1
      return array.part(0, place - 1, "rows")
    }
  }

  /// Goes over the first axis, as in NumPy and PyTorch: the rows of a matrix, the numbers of a vector as
  /// scalars. A scalar has no axis; to go over it is a fault.
  public func makeIterator() -> Iterator {
    if shape.rank == 0 { fault("for", "a scalar has no rows to go over; its number is item()") }
    return Iterator(self)
  }
}
