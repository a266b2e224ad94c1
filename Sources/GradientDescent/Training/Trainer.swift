/// Applies an optimizer to parameters, step by step, as Gluon's `Trainer` does.
public final class Trainer {
  /// What is trained, in order.
  public let parameters: [Parameter]
  /// The rule that moves them.
  public let optimizer: any Optimizer
  /// For each parameter, the gradient of the mean loss.
  private var averages: [NDArray]

  /// Makes a trainer.
  /// - Parameters:
  ///   - parameters: such as `net.parameters`
  ///   - optimizer: such as `SGD(learningRate: 0.2)`
  public init(_ parameters: [Parameter], _ optimizer: any Optimizer) {
    self.parameters = parameters
    self.optimizer = optimizer
    averages = parameters.map { _ in NDArray.zeros([0]) }
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
    for index in parameters.indices { move(index, batchSize) }
  }

  @inline(__always)
  private func move(_ index: Int, _ batchSize: Int) {
    let parameter = parameters[index]
    guard let gradient = parameter.gradient else {
      fault("step", "\(parameter.name) has no gradient; call backward() on a recorded loss first")
    }
    if batchSize == 1 {
      parameter.update { optimizer.update(&$0, gradient: gradient, index: index) }
    } else {
      averages[index].assign(gradient, dividedBy: Double(batchSize))
      parameter.update { optimizer.update(&$0, gradient: averages[index], index: index) }
    }
  }
}
