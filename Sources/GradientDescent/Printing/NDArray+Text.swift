extension NDArray: CustomStringConvertible {
  /// The array as NumPy prints it: `[[ 2.0012236 -3.4004235]]`.
  public var description: String { text() }

  /// The array as NumPy prints it: at most eight decimals, only as many as the elements need, in columns;
  /// powers of ten where the elements differ widely; the middle left out when there are more than
  /// a thousand elements.
  /// - Parameter signColumn: whether every element has a place for a sign, as in NumPy before 1.14
  public func text(signColumn: Bool = false) -> String {
    if shape.rank == 0 { return ElementFormat.scalarText(element(at: 0), dtype) }
    if count == 0 { return "[]" }
    let layout = ArrayLayout(self)
    let format = ElementFormat(layout.shownElements, dtype, signColumn: signColumn)
    return layout.text(format)
  }
}
