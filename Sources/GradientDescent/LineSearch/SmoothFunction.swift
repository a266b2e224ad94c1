/// A function of many numbers that is to be minimized, with its gradient and, where a rule asks for
/// it, its Hessian.
///
/// Rules that look at a function again and again before they move (line searches, Newton, conjugate
/// gradients, L-BFGS) work on it. They compute in double precision, whatever the parameters'
/// type is.
public final class SmoothFunction {
  /// The number of evaluations so far.
  public private(set) var evaluations = 0
  private let valueAndGradient: ([Double]) -> (value: Double, gradient: [Double])
  private let secondDerivatives: (([Double]) -> [[Double]])?

  /// Makes a function.
  /// - Parameters:
  ///   - hessian: the matrix of second derivatives at a point, row by row; nil where none is needed
  ///   - function: the value and the gradient at a point
  public init(
    hessian: (([Double]) -> [[Double]])? = nil,
    _ function: @escaping ([Double]) -> (value: Double, gradient: [Double])
  ) {
    valueAndGradient = function
    secondDerivatives = hessian
  }

  /// The function at a point.
  public func evaluate(_ position: [Double]) -> Evaluation {
    evaluations += 1
    let (value, gradient) = valueAndGradient(position)
    if gradient.count != position.count {
      fault("SmoothFunction", "\(gradient.count) slopes at a point of \(position.count) numbers")
    }
    return Evaluation(position: position, value: value, gradient: gradient)
  }

  /// The matrix of second derivatives at a point.
  func hessian(_ position: [Double]) -> [[Double]] {
    guard let secondDerivatives else {
      fault("SmoothFunction", "no Hessian is known; give one with SmoothFunction(hessian:)")
    }
    let rows = secondDerivatives(position)
    if rows.count != position.count || rows.contains(where: { $0.count != position.count }) {
      fault("SmoothFunction", "the Hessian at a point of \(position.count) numbers is not as large")
    }
    return rows
  }
}

/// A point on the way to a minimum, with what is known there.
public struct Evaluation {
  /// The point.
  public let position: [Double]
  /// The function's value there.
  public let value: Double
  /// The function's gradient there.
  public let gradient: [Double]

  /// True if the function has a finite value and finite slopes here.
  var isDefined: Bool { value.isFinite && gradient.allSatisfy { $0.isFinite } }

  /// The gradient's length.
  public var gradientNorm: Double { Vector.dot(gradient, gradient).squareRoot() }
}
