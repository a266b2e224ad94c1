/// A rule that moves parameters against their gradients.
///
/// A rule of one's own is a final class with these two members; what it remembers between steps it
/// keeps for each `index` of its own.
public protocol Optimizer: AnyObject {
  /// η, the length of a step; it can be read and set at any time.
  var learningRate: Double { get set }

  /// Moves one parameter by one step.
  /// - Parameters:
  ///   - values: the parameter's values, changed in place
  ///   - gradient: dL/d(values), already divided by the batch size; of the same shape and `dtype`
  ///   - index: the parameter's place among those of the trainer, from 0
  func update(_ values: inout NDArray, gradient: NDArray, index: Int)

  /// Moves one parameter by one step. A rule need not have it: it divides the gradient by the batch
  /// size and calls `update`; one that does both at once is faster.
  /// - Parameters:
  ///   - parameter: what is moved
  ///   - batchSize: what to divide the gradient by
  ///   - index: the parameter's place among those of the trainer, from 0
  /// - Returns: false when the parameter has no gradient
  func step(_ parameter: Parameter, batchSize: Int, index: Int) -> Bool
}

extension Optimizer {
  /// Divides the gradient by the batch size and calls `update`.
  public func step(_ parameter: Parameter, batchSize: Int, index: Int) -> Bool {
    guard let gradient = parameter.averageGradient(batchSize) else { return false }
    parameter.update { update(&$0, gradient: gradient, index: index) }
    return true
  }
}
