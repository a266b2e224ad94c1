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
}
