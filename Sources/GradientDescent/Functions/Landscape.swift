/// A function to descend, with what is known about it: `.rosenbrock`, or one of one's own.
///
/// Each file beside this one adds a function as a static member, so that it is written
/// `descend(.beale, from: [1, 1], …)`. The formula works on arrays, so that it has gradients; a
/// chart of contours calls the function with plain numbers, `beale(1, 1)`.
public struct Landscape {
  /// The function's name in tables and messages.
  public let name: String
  /// The number of variables.
  public let dimension: Int
  /// The points of known local minima; empty where there is none or none is known.
  public let minima: [[Double]]
  private let formula: (NDArray) -> NDArray

  /// Makes a function of any number of variables.
  /// - Parameters:
  ///   - name: how tables and messages call it
  ///   - dimension: the number of variables, at least 1
  ///   - minima: known local minima, each of `dimension` numbers
  ///   - formula: a point of shape `[dimension]` to one number
  public init(
    _ name: String, dimension: Int, minima: [[Double]] = [],
    _ formula: @escaping (_ point: NDArray) -> NDArray
  ) {
    if dimension < 1 { fault(name, "\(dimension) variables; at least 1 is needed") }
    for minimum in minima where minimum.count != dimension {
      fault(name, "a minimum of \(minimum.count) numbers for \(dimension) variables")
    }
    self.name = name
    self.dimension = dimension
    self.minima = minima
    self.formula = formula
  }

  /// Makes a function of one variable.
  public init(
    _ name: String, minima: [Double] = [], _ formula: @escaping (_ x: NDArray) -> NDArray
  ) {
    self.init(name, dimension: 1, minima: minima.map { [$0] }) { formula($0.coordinate(0)) }
  }

  /// Makes a function of two variables.
  public init(
    _ name: String, minima: [[Double]] = [],
    _ formula: @escaping (_ x: NDArray, _ y: NDArray) -> NDArray
  ) {
    self.init(name, dimension: 2, minima: minima) { formula($0.coordinate(0), $0.coordinate(1)) }
  }

  /// The value at a point, recorded where a recording is open.
  /// - Shape: `[dimension]` to one number
  public func callAsFunction(_ point: NDArray) -> NDArray {
    if point.shape != Shape(dimension) {
      fault(name, "a point of shape \(point.shape) for a function of \(dimension) variables")
    }
    return formula(point)
  }

  /// The value at a point, in float64.
  public func callAsFunction(_ point: [Double]) -> Double {
    self(NDArray(point, dtype: .float64)).number(from: name)
  }

  /// The value of a function of one variable, in float64.
  public func callAsFunction(_ x: Double) -> Double { self([x]) }

  /// The value of a function of two variables, in float64.
  public func callAsFunction(_ x: Double, _ y: Double) -> Double { self([x, y]) }
}
