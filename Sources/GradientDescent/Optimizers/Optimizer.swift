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

  /// Moves all parameters by one step. A rule need not have it: it divides each gradient by the batch
  /// size and calls `update`; one that does both at once is faster.
  /// - Parameters:
  ///   - parameters: those of the trainer
  ///   - batchSize: what to divide gradients by, at least 1
  /// - Returns: the first parameter that has no gradient; nil when all have been moved
  func step(_ parameters: [Parameter], batchSize: Int) -> Parameter?
}

extension Optimizer {
  /// Divides each gradient by the batch size and calls `update`.
  public func step(_ parameters: [Parameter], batchSize: Int) -> Parameter? {
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.averageGradient(batchSize) else { return parameter }
      parameter.update { update(&$0, gradient: gradient, index: index) }
    }
    return nil
  }
}
