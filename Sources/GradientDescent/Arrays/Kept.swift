extension NDArray {
  /// The elements where a condition holds, and 0 elsewhere, even in place of nan.
  /// - Parameter condition: holds where it is not 0; nil holds nowhere
  func kept(where condition: NDArray?) -> NDArray {
    guard let condition else { return .zeros(shape, dtype: dtype) }
    return .where(condition, self, NDArray(0, dtype: dtype))
  }
}
