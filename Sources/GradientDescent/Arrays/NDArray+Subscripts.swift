extension NDArray {
  /// One element.
  /// - Parameter indices: one for each axis, from 0; negative ones count from the end
  public subscript(indices: Int...) -> Double {
    get { element(at: offset(of: indices)) }
    set {
      let place = offset(of: indices)
      makeUnique()
      setElement(newValue, at: place)
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
