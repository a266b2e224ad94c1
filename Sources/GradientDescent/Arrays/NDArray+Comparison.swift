// Comparisons give arrays of ones, where they hold, and zeros, as in Gluon: their mean is a share, and
// `NDArray.where` chooses by them. As in IEEE 754 nothing is equal to nan, greater or less than it. They
// have no gradient.
extension NDArray {
  /// 1 where a > b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .> (a: NDArray, b: NDArray) -> NDArray { comparison(Greater(), a, b) }

  /// 1 where a < b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .< (a: NDArray, b: NDArray) -> NDArray { comparison(Less(), a, b) }

  /// 1 where a ≥ b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .>= (a: NDArray, b: NDArray) -> NDArray {
    comparison(GreaterOrEqual(), a, b)
  }

  /// 1 where a ≤ b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .<= (a: NDArray, b: NDArray) -> NDArray { comparison(LessOrEqual(), a, b) }

  /// 1 where a = b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .== (a: NDArray, b: NDArray) -> NDArray { comparison(Equal(), a, b) }

  /// 1 where a ≠ b and 0 elsewhere; shapes broadcast as in NumPy.
  public static func .!= (a: NDArray, b: NDArray) -> NDArray { comparison(NotEqual(), a, b) }

  /// 1 where an element is greater than a number, and 0 elsewhere.
  public static func .> (a: NDArray, b: Double) -> NDArray { a .> NDArray(b, dtype: a.dtype) }

  /// 1 where an element is less than a number, and 0 elsewhere.
  public static func .< (a: NDArray, b: Double) -> NDArray { a .< NDArray(b, dtype: a.dtype) }

  /// 1 where an element is greater than a number or equal to it, and 0 elsewhere.
  public static func .>= (a: NDArray, b: Double) -> NDArray { a .>= NDArray(b, dtype: a.dtype) }

  /// 1 where an element is less than a number or equal to it, and 0 elsewhere.
  public static func .<= (a: NDArray, b: Double) -> NDArray { a .<= NDArray(b, dtype: a.dtype) }

  /// 1 where an element is equal to a number, and 0 elsewhere.
  public static func .== (a: NDArray, b: Double) -> NDArray { a .== NDArray(b, dtype: a.dtype) }

  /// 1 where an element is not equal to a number, and 0 elsewhere.
  public static func .!= (a: NDArray, b: Double) -> NDArray { a .!= NDArray(b, dtype: a.dtype) }

  private static func comparison(_ f: some Comparison, _ a: NDArray, _ b: NDArray) -> NDArray {
    noGradient { elementwise(f, a, b) }
  }
}

/// A function whose value is 1 where it holds.
private protocol Comparison: BroadcastFunction {
  func holds<T: Element>(_ a: T, _ b: T) -> Bool
}

extension Comparison {
  func value<T: Element>(_ a: T, _ b: T) -> T { holds(a, b) ? 1 : 0 }
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {}
  func slopes(_ call: RecordedCall) -> [NDArray?] { [nil, nil] }
}

private struct Greater: Comparison {
  var name: String { ".>" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a > b }
}

private struct Less: Comparison {
  var name: String { ".<" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a < b }
}

private struct GreaterOrEqual: Comparison {
  var name: String { ".>=" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a >= b }
}

private struct LessOrEqual: Comparison {
  var name: String { ".<=" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a <= b }
}

private struct Equal: Comparison {
  var name: String { ".==" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a == b }
}

private struct NotEqual: Comparison {
  var name: String { ".!=" }
  func holds<T: Element>(_ a: T, _ b: T) -> Bool { a != b }
}
