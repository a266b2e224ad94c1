/// A function of many numbers that is to be minimized, with its gradient and, where a rule asks for
/// it, its Hessian.
///
/// Rules that look at a function again and again before they move (line searches, Newton, conjugate
/// gradients, L-BFGS) work on an objective. They compute in double precision, whatever the parameters'
/// type is.
public final class Objective {
  /// How often the function has been evaluated.
  public private(set) var evaluations = 0
  private let function: ([Double]) -> (value: Double, gradient: [Double])
  private let secondDerivatives: (([Double]) -> [[Double]])?

  /// Makes an objective.
  /// - Parameters:
  ///   - hessian: the matrix of second derivatives at a point, row by row; nil where none is needed
  ///   - function: the value and the gradient at a point
  public init(
    hessian: (([Double]) -> [[Double]])? = nil,
    _ function: @escaping ([Double]) -> (value: Double, gradient: [Double])
  ) {
    self.function = function
    secondDerivatives = hessian
  }

  /// The function at a point.
  public func evaluate(_ position: [Double]) -> Iterate {
    evaluations += 1
    let (value, gradient) = function(position)
    if gradient.count != position.count {
      fault("Objective", "\(gradient.count) slopes at a point of \(position.count) numbers")
    }
    return Iterate(position: position, value: value, gradient: gradient)
  }

  /// The matrix of second derivatives at a point.
  func hessian(_ position: [Double]) -> [[Double]] {
    guard let secondDerivatives else {
      fault("Objective", "no Hessian is known; give one with Objective(hessian:)")
    }
    let rows = secondDerivatives(position)
    if rows.count != position.count || rows.contains(where: { $0.count != position.count }) {
      fault("Objective", "the Hessian at a point of \(position.count) numbers is not as large")
    }
    return rows
  }
}

/// A point on the way to a minimum, with what is known there.
public struct Iterate {
  /// The point.
  public let position: [Double]
  /// The function's value there.
  public let value: Double
  /// The function's gradient there.
  public let gradient: [Double]

  /// The gradient's length.
  public var gradientNorm: Double { Vector.dot(gradient, gradient).squareRoot() }
}
