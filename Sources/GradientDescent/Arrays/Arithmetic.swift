extension NDArray {
  /// a + b, element by element, broadcasting as in NumPy.
  public static func + (a: NDArray, b: NDArray) -> NDArray { elementwise(Addition(), a, b) }

  /// a − b, element by element, broadcasting as in NumPy.
  public static func - (a: NDArray, b: NDArray) -> NDArray { elementwise(Subtraction(), a, b) }

  /// a · b, element by element, broadcasting as in NumPy.
  public static func * (a: NDArray, b: NDArray) -> NDArray { elementwise(Product(), a, b) }

  /// a / b, element by element, broadcasting as in NumPy.
  public static func / (a: NDArray, b: NDArray) -> NDArray { elementwise(Quotient(), a, b) }

  /// −a, element by element.
  public static prefix func - (a: NDArray) -> NDArray { elementwise(Negation(), a) }

  /// a², element by element.
  public func square() -> NDArray { NDArray.elementwise(Square(), self) }

  /// The square root of each element; nan for negative ones.
  public func squareRoot() -> NDArray { NDArray.elementwise(SquareRoot(), self) }
}

// With a number, which takes the array's dtype.
extension NDArray {
  /// Adds a number to each element.
  public static func + (a: NDArray, b: Double) -> NDArray { a + NDArray(b, dtype: a.dtype) }

  /// Adds a number to each element.
  public static func + (a: Double, b: NDArray) -> NDArray { NDArray(a, dtype: b.dtype) + b }

  /// Subtracts a number from each element.
  public static func - (a: NDArray, b: Double) -> NDArray { a - NDArray(b, dtype: a.dtype) }

  /// Subtracts each element from a number.
  public static func - (a: Double, b: NDArray) -> NDArray { NDArray(a, dtype: b.dtype) - b }

  /// Multiplies each element by a number.
  public static func * (a: NDArray, b: Double) -> NDArray { a * NDArray(b, dtype: a.dtype) }

  /// Multiplies each element by a number.
  public static func * (a: Double, b: NDArray) -> NDArray { NDArray(a, dtype: b.dtype) * b }

  /// Divides each element by a number.
  public static func / (a: NDArray, b: Double) -> NDArray { a / NDArray(b, dtype: a.dtype) }

  /// Divides a number by each element.
  public static func / (a: Double, b: NDArray) -> NDArray { NDArray(a, dtype: b.dtype) / b }
}

private struct Addition: BinaryFunction {
  var name: String { "+" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a + b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) { (g, g) }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) { (g, g) }
}

private struct Subtraction: BinaryFunction {
  var name: String { "-" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a - b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) { (g, -g) }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) { (g, -g) }
}

private struct Product: BinaryFunction {
  var name: String { "*" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a * b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) { (g * b, g * a) }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) { (g * b, g * a) }
}

private struct Quotient: BinaryFunction {
  var name: String { "/" }
  func value<T: Element>(_ a: T, _ b: T) -> T { a / b }
  func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) { (g / b, -g * a / (b * b)) }
  func slopes(_ a: NDArray, _ b: NDArray, _ g: NDArray) -> (NDArray, NDArray) {
    (g / b, -g * a / (b * b))
  }
}

private struct Negation: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { -x }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { -g }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { -g }
}

private struct Square: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x * x }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { 2 * x * g }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { 2 * x * g }
}

private struct SquareRoot: UnaryFunction {
  func value<T: Element>(_ x: T) -> T { x.squareRoot() }
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T) -> T { g / (2 * y) }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { g / (2 * y) }
}
