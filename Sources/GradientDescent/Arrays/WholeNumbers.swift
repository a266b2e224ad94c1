// With a whole number, as with any other: `x * n`, `x / n`. The compiler looks at these last, so that
// they cost no time where there are none.
extension NDArray {
  /// Adds a whole number to each element.
  @_disfavoredOverload
  public static func + (a: NDArray, b: Int) -> NDArray { a + Double(b) }

  /// Adds a whole number to each element.
  @_disfavoredOverload
  public static func + (a: Int, b: NDArray) -> NDArray { Double(a) + b }

  /// Subtracts a whole number from each element.
  @_disfavoredOverload
  public static func - (a: NDArray, b: Int) -> NDArray { a - Double(b) }

  /// Subtracts each element from a whole number.
  @_disfavoredOverload
  public static func - (a: Int, b: NDArray) -> NDArray { Double(a) - b }

  /// Multiplies each element by a whole number.
  @_disfavoredOverload
  public static func * (a: NDArray, b: Int) -> NDArray { a * Double(b) }

  /// Multiplies each element by a whole number.
  @_disfavoredOverload
  public static func * (a: Int, b: NDArray) -> NDArray { Double(a) * b }

  /// Divides each element by a whole number; the quotient is not rounded.
  @_disfavoredOverload
  public static func / (a: NDArray, b: Int) -> NDArray { a / Double(b) }

  /// Divides a whole number by each element; the quotient is not rounded.
  @_disfavoredOverload
  public static func / (a: Int, b: NDArray) -> NDArray { Double(a) / b }

  /// An array of one whole number.
  @_disfavoredOverload
  public init(_ value: Int, dtype: DType = .float32) { self.init(Double(value), dtype: dtype) }

  /// An array of whole numbers, along one axis unless a shape is given.
  /// - Parameters:
  ///   - elements: as many as the shape asks for
  ///   - shape: the lengths of the axes; one axis unless given
  ///   - dtype: the type to store them as; float32 holds whole numbers up to 16,777,216 exactly
  @_disfavoredOverload
  public init(_ elements: [Int], shape: Shape? = nil, dtype: DType = .float32) {
    self.init(elements.map { Double($0) }, shape: shape, dtype: dtype)
  }

  /// An array of numbers in single precision, along one axis unless a shape is given.
  /// - Parameters:
  ///   - elements: as many as the shape asks for
  ///   - shape: the lengths of the axes; one axis unless given
  ///   - dtype: the type to store them as
  @_disfavoredOverload
  public init(_ elements: [Float], shape: Shape? = nil, dtype: DType = .float32) {
    self.init(elements.map { Double($0) }, shape: shape, dtype: dtype)
  }
}
