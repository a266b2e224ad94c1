/// A rule that moves parameters against their gradients.
///
/// A rule of one's own is a final class with these two members; its state between steps it keeps
/// for each `index` of its own.
public protocol Optimizer: AnyObject {
  /// η, the length of a step; it can be read and set at any time.
  var learningRate: Double { get set }

  /// Moves one parameter by one step.
  /// - Parameters:
  ///   - values: the parameter's values, changed in place
  ///   - gradient: dL/d(values), already divided by the batch size; of the same shape and `dtype`
  ///   - index: the parameter's place among those of the trainer, from 0
  func update(_ values: inout NDArray, gradient: NDArray, index: Int)

  /// Moves one parameter by one step, by its gradient divided by the batch size. A rule need not have
  /// it: then the gradient is divided, and given to `update`. One that does both at once is faster.
  /// - Parameters:
  ///   - parameter: one with a gradient
  ///   - batchSize: what to divide the gradient by, at least 1
  ///   - index: the parameter's place among those of the trainer, from 0
  func step(_ parameter: Parameter, batchSize: Int, index: Int)
}

extension Optimizer {
  /// Divides the gradient, and gives it to `update`.
  public func step(_ parameter: Parameter, batchSize: Int, index: Int) {
    stepByUpdate(parameter, batchSize, index)
  }

  func stepByUpdate(_ parameter: Parameter, _ batchSize: Int, _ index: Int) {
    guard let gradient = parameter.averageGradient(batchSize) else { return }
    parameter.update { update(&$0, gradient: gradient, index: index) }
  }
}
