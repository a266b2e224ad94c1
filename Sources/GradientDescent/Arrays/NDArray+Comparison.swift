// Comparisons give arrays of ones, where they hold, and zeros, as in Gluon: their mean is a share, and
// `NDArray.where` chooses by them. As in IEEE 754 nothing is equal to nan, greater or less than it. They
// have no gradient.
extension NDArray {
  /// Where a > b; shapes broadcast as in NumPy.
  public static func .> (a: NDArray, b: NDArray) -> NDArray { comparison(Greater.self, a, b) }

  /// Where a < b; shapes broadcast as in NumPy.
  public static func .< (a: NDArray, b: NDArray) -> NDArray { comparison(Less.self, a, b) }

  /// Where a ≥ b; shapes broadcast as in NumPy.
  public static func .>= (a: NDArray, b: NDArray) -> NDArray {
    comparison(GreaterOrEqual.self, a, b)
  }

  /// Where a ≤ b; shapes broadcast as in NumPy.
  public static func .<= (a: NDArray, b: NDArray) -> NDArray { comparison(LessOrEqual.self, a, b) }

  /// Where a = b; shapes broadcast as in NumPy.
  public static func .== (a: NDArray, b: NDArray) -> NDArray { comparison(Equal.self, a, b) }

  /// Where a ≠ b; shapes broadcast as in NumPy.
  public static func .!= (a: NDArray, b: NDArray) -> NDArray { comparison(NotEqual.self, a, b) }

  /// Where elements are greater than a number.
  public static func .> (a: NDArray, b: Double) -> NDArray { a .> NDArray(b, dtype: a.dtype) }

  /// Where elements are less than a number.
  public static func .< (a: NDArray, b: Double) -> NDArray { a .< NDArray(b, dtype: a.dtype) }

  /// Where elements are greater than a number or equal to it.
  public static func .>= (a: NDArray, b: Double) -> NDArray { a .>= NDArray(b, dtype: a.dtype) }

  /// Where elements are less than a number or equal to it.
  public static func .<= (a: NDArray, b: Double) -> NDArray { a .<= NDArray(b, dtype: a.dtype) }

  /// Where elements are equal to a number.
  public static func .== (a: NDArray, b: Double) -> NDArray { a .== NDArray(b, dtype: a.dtype) }

  /// Where elements are not equal to a number.
  public static func .!= (a: NDArray, b: Double) -> NDArray { a .!= NDArray(b, dtype: a.dtype) }

  private static func comparison<F: BinaryFunction>(
    _ function: F.Type, _ a: NDArray, _ b: NDArray
  ) -> NDArray {
    noGradient { elementwise(F.self, a, b) }
  }
}

/// A function whose value is 1 where it holds.
private protocol Comparison: BinaryFunction {
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool
}

extension Comparison {
  static func value<T: Element>(_ a: T, _ b: T) -> T { holds(a, b) ? 1 : 0 }
  static func gradients<T: Element>(_ a: T, _ b: T, _ g: T) -> (T, T) { (0, 0) }
}

private enum Greater: Comparison {
  static var name: String { ".>" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a > b }
}

private enum Less: Comparison {
  static var name: String { ".<" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a < b }
}

private enum GreaterOrEqual: Comparison {
  static var name: String { ".>=" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a >= b }
}

private enum LessOrEqual: Comparison {
  static var name: String { ".<=" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a <= b }
}

private enum Equal: Comparison {
  static var name: String { ".==" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a == b }
}

private enum NotEqual: Comparison {
  static var name: String { ".!=" }
  static func holds<T: Element>(_ a: T, _ b: T) -> Bool { a != b }
}
