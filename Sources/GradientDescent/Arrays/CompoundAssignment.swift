// An array that wants a gradient goes on wanting it after `w -= 0.1 * w.gradient!`, and keeps the one it
// has: this is the step of a descent of one's own. Inside of `record { }` the result is recorded.
extension NDArray {
  /// Adds an array, or one that broadcasts to this one's shape.
  public static func += (a: inout NDArray, b: NDArray) { a.assign(a + b, "+=") }

  /// Subtracts an array, or one that broadcasts to this one's shape.
  public static func -= (a: inout NDArray, b: NDArray) { a.assign(a - b, "-=") }

  /// Multiplies by an array, element by element, or by one that broadcasts to this one's shape.
  public static func *= (a: inout NDArray, b: NDArray) { a.assign(a * b, "*=") }

  /// Divides by an array, element by element, or by one that broadcasts to this one's shape.
  public static func /= (a: inout NDArray, b: NDArray) { a.assign(a / b, "/=") }

  /// Adds a number to each element.
  public static func += (a: inout NDArray, b: Double) { a.assign(a + b, "+=") }

  /// Subtracts a number from each element.
  public static func -= (a: inout NDArray, b: Double) { a.assign(a - b, "-=") }

  /// Multiplies each element by a number.
  public static func *= (a: inout NDArray, b: Double) { a.assign(a * b, "*=") }

  /// Divides each element by a number.
  public static func /= (a: inout NDArray, b: Double) { a.assign(a / b, "/=") }

  /// Takes the place of the elements: those of a leaf are written over, and its gradient stays.
  private mutating func assign(_ result: NDArray, _ operation: String) {
    if result.shape != shape {
      fault(
        operation,
        "the shape \(shape) would become \(result.shape); the right-hand side must broadcast to it")
    }
    if !node.needsGradient || !node.isLeaf || result.node.needsGradient {
      self = result
      return
    }
    makeUnique()
    node.copyElements(from: result.node)
  }
}
