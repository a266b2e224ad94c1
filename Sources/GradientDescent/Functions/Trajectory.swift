/// One place on the way of a descent.
public struct Iterate: Sendable {
  /// The number of steps that led here; 0 at the start.
  public let step: Int
  /// The coordinates, row by row.
  public let point: [Double]
  /// The function's value here.
  public let value: Double
  /// The slope along each coordinate.
  public let gradient: [Double]

  /// √(Σ gᵢ²), zero where the ground is level.
  public var gradientNorm: Double { gradient.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}

/// The way of a descent, from its start to its last iterate, both included.
public struct Trajectory: Sendable {
  /// The coordinates of each iterate, row by row where it has several axes.
  public private(set) var points: [[Double]] = []
  /// The function's value at each iterate.
  public private(set) var values: [Double] = []
  /// The slope along each coordinate, at each iterate.
  public private(set) var gradients: [[Double]] = []

  /// The number of iterates: one more than the steps made.
  public var count: Int { points.count }

  /// The number of steps made.
  public var steps: Int { count - 1 }

  /// The iterate after a number of steps.
  /// - Parameter step: 0 to `steps`; negative ones count from the end
  public subscript(step: Int) -> Iterate {
    let place = step < 0 ? step + count : step
    if place < 0 || place >= count { fault("Trajectory", "no iterate \(step) among \(count)") }
    return Iterate(
      step: place, point: points[place], value: values[place], gradient: gradients[place])
  }

  /// The point at which the descent ended.
  public var last: [Double] { self[-1].point }

  /// The function's value where the descent ended.
  public var lastValue: Double { self[-1].value }

  /// The first coordinate of each iterate: the whole way of a function of one variable.
  public var x: [Double] { coordinate(0) }

  /// The second coordinate of each iterate.
  public var y: [Double] { coordinate(1) }

  /// One coordinate of each iterate.
  /// - Parameter index: from 0
  public func coordinate(_ index: Int) -> [Double] {
    if index < 0 || index >= points[0].count {
      fault("Trajectory", "no coordinate \(index) among \(points[0].count)")
    }
    return points.map { $0[index] }
  }

  /// The first step whose value or coordinates are infinite or nan; nil when all are finite. A
  /// descent goes on after it: divergence is a result.
  public var firstNonFinite: Int? {
    points.indices.first { step in
      !values[step].isFinite || !points[step].allSatisfy { $0.isFinite }
    }
  }

  mutating func append(point: [Double], value: Double, gradient: [Double]) {
    points.append(point)
    values.append(value)
    gradients.append(gradient)
  }
}
