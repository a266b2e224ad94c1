/// Applies an optimizer to parameters, step by step, as Gluon's `Trainer` does.
public final class Trainer {
  /// What is trained, in order.
  public let parameters: [Parameter]
  /// The rule that moves them.
  public let optimizer: any Optimizer

  /// Makes a trainer.
  /// - Parameters:
  ///   - parameters: such as `net.parameters`
  ///   - optimizer: such as `SGD(learningRate: 0.2)`
  public init(_ parameters: [Parameter], _ optimizer: any Optimizer) {
    self.parameters = parameters
    self.optimizer = optimizer
  }

  /// The optimizer's learning rate; read it and set it at any time.
  public var learningRate: Double {
    get { optimizer.learningRate }
    set {
      if !(newValue >= 0) { fault("learningRate", "\(newValue) is negative") }
      optimizer.learningRate = newValue
    }
  }

  /// Moves every parameter once, by its gradient divided by the batch size.
  ///
  /// A loss's `backward()` gives the gradient of the sum over a batch; the division makes it the mean,
  /// so that a learning rate means the same for every batch size.
  /// - Parameter batchSize: the number of examples behind the gradients, at least 1
  public func step(_ batchSize: Int) {
    if batchSize < 1 { fault("step", "the batch size \(batchSize); at least 1 is needed") }
    if let parameter = optimizer.step(parameters, batchSize: batchSize) {
      fault("step", "\(parameter.name) has no gradient; call backward() on a recorded loss first")
    }
  }
}
