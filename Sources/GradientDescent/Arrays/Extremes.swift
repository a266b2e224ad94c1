// Several elements that are equally great or small share the gradient equally. nan is greater and less
// than any number, so that it is not lost.
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
    reduced(Extreme(isGreatest: true), axes, keepDimensions)
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
    reduced(Extreme(isGreatest: false), axes, keepDimensions)
  }

  /// The row-major place of the greatest element, the first of several.
  public func argmax() -> Int { Int(flattened().argmax(axis: 0).item()) }

  /// The place of the greatest element along one axis, the first of several, as numbers of this array's
  /// type: they can be compared with labels. There is no gradient.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func argmax(axis: Int, keepDimensions: Bool = false) -> NDArray {
    noGradient { reduced(ExtremePlace(isGreatest: true), [axis], keepDimensions) }
  }

  /// The row-major place of the least element, the first of several.
  public func argmin() -> Int { Int(flattened().argmin(axis: 0).item()) }

  /// The place of the least element along one axis, the first of several, as numbers of this array's
  /// type. There is no gradient.
  /// - Parameters:
  ///   - axis: negative ones count from the end; an empty one is a fault
  ///   - keepDimensions: whether the axis stays, with length 1
  public func argmin(axis: Int, keepDimensions: Bool = false) -> NDArray {
    noGradient { reduced(ExtremePlace(isGreatest: false), [axis], keepDimensions) }
  }
}

/// The greatest or the least number of a row.
private struct Extreme: RowFunction {
  let isGreatest: Bool
  var name: String { isGreatest ? "max" : "min" }
  var allowsEmptyRows: Bool { false }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    x[Rows.extreme(x, count, isGreatest: isGreatest)]
  }

  /// The number of elements that share the gradient.
  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T) {
    var ties: T = 0
    for i in 0..<count where x[i] == y { ties += 1 }
    return (ties, 0)
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T {
    (x == y ? g : 0) / summary.0
  }

  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray {
    let isExtreme = x .== y
    return isExtreme * g / isExtreme.sum(axis: 1, keepDimensions: true)
  }
}

/// The index of the greatest or of the least number of a row.
private struct ExtremePlace: RowFunction {
  let isGreatest: Bool
  var name: String { isGreatest ? "argmax" : "argmin" }
  var allowsEmptyRows: Bool { false }

  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    T(Rows.extreme(x, count, isGreatest: isGreatest))
  }

  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T { 0 }
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray { x.kept(where: nil) }
}
