/// A rule that moves parameters against their gradients.
///
/// A rule of one's own is a final class with two members, `learningRate` and `update`; its state
/// between steps it keeps for each `index` of its own.
///
///     final class Plain: Optimizer {
///       var learningRate = 0.1
///       func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
///         values = values - learningRate * gradient
///       }
///     }
public protocol Optimizer: AnyObject {
  /// The rule's name in messages.
  var name: String { get }

  /// η, the length of a step; it can be read and set at any time.
  var learningRate: Double { get set }

  /// λ, the weight decay; 0 for a rule that has none.
  var weightDecay: Double { get set }

  /// Moves one parameter by one step.
  /// - Parameters:
  ///   - values: the parameter's values; they may be changed in place or assigned, in their shape and
  ///     `dtype`
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

  /// What the rule remembers, as a value. A rule of one's own that is to be saved has it.
  var state: OptimizerState { get }

  /// Remembers a saved state, and its learning rate, in place of what it remembers now. A rule of one's
  /// own that is to be restored has it.
  /// - Parameter state: of a rule of the same kind; anything else is a fault
  func load(_ state: OptimizerState)

  /// Forgets what the rule remembers. A rule of one's own that remembers anything has it; call `reset()`
  /// to use a rule afresh.
  func forget()
}

extension Optimizer {
  /// `the rule`, unless it has a name.
  public var name: String { "the rule" }

  /// 0; any other value is a fault.
  public var weightDecay: Double {
    get { 0 }
    set {
      if newValue != 0 {
        fault(name, ["the weight decay ", .number(newValue), " for a rule that has none"])
      }
    }
  }

  /// Divides the gradient, and gives it to `update`.
  public func step(_ parameter: Parameter, batchSize: Int, index: Int) {
    stepByUpdate(parameter, batchSize, index)
  }

  func stepByUpdate(_ parameter: Parameter, _ batchSize: Int, _ index: Int) {
    guard let gradient = parameter.averageGradient(batchSize) else { return }
    parameter.move { update(&$0, gradient: gradient, index: index) }
  }

  /// A fault: the rule does not say what it remembers.
  public var state: OptimizerState {
    fault(
      "state",
      [.words(name), " does not say what it remembers; give it a `state` and a `load`"])
  }

  /// A fault: the rule does not say how it is restored.
  public func load(_ state: OptimizerState) {
    fault(
      "load", [.words(name), " does not say how it is restored; give it a `state` and a `load`"])
  }

  /// Does nothing.
  public func forget() {}

  /// Forgets what the rule remembers, so that another trainer or descent can use it afresh.
  public func reset() {
    forget()
    OptimizerUse.end(self)
  }
}
