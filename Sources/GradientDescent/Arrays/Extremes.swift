// Where several elements are the greatest or the least, they share the gradient equally. nan is greater
// and less than any number, so that it is not lost.
extension NDArray {
  /// The greatest element over one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func max(axis: Int, keepDimensions: Bool = false) -> NDArray {
    max(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The greatest element over several axes.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func max(axes: [Int]? = nil, keepDimensions: Bool = false) -> NDArray {
    reduced(Greatest.self, axes, keepDimensions)
  }

  /// The least element over one axis.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func min(axis: Int, keepDimensions: Bool = false) -> NDArray {
    min(axes: [axis], keepDimensions: keepDimensions)
  }

  /// The least element over several axes.
  /// - Parameters:
  ///   - axes: negative ones count from the end; nil for all
  ///   - keepDimensions: whether the axes stay, with length 1
  public func min(axes: [Int]? = nil, keepDimensions: Bool = false) -> NDArray {
    reduced(Least.self, axes, keepDimensions)
  }

  /// The row-major place of the greatest element, the first of several.
  public func argmax() -> Int { Int(flattened().argmax(axis: 0).item()) }

  /// The place of the greatest element along one axis, the first of several, as numbers of this array's
  /// type: they can be compared with labels. There is no gradient.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func argmax(axis: Int, keepDimensions: Bool = false) -> NDArray {
    noGradient { reduced(GreatestPlace.self, [axis], keepDimensions) }
  }

  /// The row-major place of the least element, the first of several.
  public func argmin() -> Int { Int(flattened().argmin(axis: 0).item()) }

  /// The place of the least element along one axis, the first of several, as numbers of this array's
  /// type. There is no gradient.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func argmin(axis: Int, keepDimensions: Bool = false) -> NDArray {
    noGradient { reduced(LeastPlace.self, [axis], keepDimensions) }
  }
}

private protocol Extreme: RowFunction {
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool
}

extension Extreme {
  static var allowsEmptyRows: Bool { false }

  static func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ parameter: T) -> T {
    x[Rows.best(x, count) { isBetter($0, $1) }]
  }

  /// The number of elements that share the gradient.
  static func summary<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, _ y: T, _ parameter: T
  ) -> (T, T) {
    var ties: T = 0
    for i in 0..<count where x[i] == y { ties += 1 }
    return (ties, 0)
  }

  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    (x == y ? g : 0) / summary.0
  }
}

private enum Greatest: Extreme {
  static var name: String { "max" }
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool { a > b }
}

private enum Least: Extreme {
  static var name: String { "min" }
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool { a < b }
}

private protocol ExtremePlace: RowFunction {
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool
}

extension ExtremePlace {
  static var allowsEmptyRows: Bool { false }

  static func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ parameter: T) -> T {
    T(Rows.best(x, count) { isBetter($0, $1) })
  }

  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T { 0 }
}

private enum GreatestPlace: ExtremePlace {
  static var name: String { "argmax" }
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool { a > b }
}

private enum LeastPlace: ExtremePlace {
  static var name: String { "argmin" }
  static func isBetter<T: Element>(_ a: T, _ b: T) -> Bool { a < b }
}
