/// Applies an optimizer to parameters, step by step, as Gluon's `Trainer` does.
public final class Trainer {
  /// The parameters that are trained, in order.
  public let parameters: [Parameter]
  /// The rule that moves them.
  public let optimizer: any Optimizer
  /// The changes to the gradients before the rule sees them, in order.
  public let transforms: [GradientTransform]
  /// Sets the learning rate before each step; nil leaves it alone.
  public let schedule: StepSchedule?
  /// True if a gradient that is nan or infinite is a fault.
  public let stopsOnNaN: Bool
  /// The number of steps made.
  public private(set) var steps = 0
  /// The losses that `note(loss:)` has noted.
  public private(set) var history = TrainingHistory()

  private let isPlain: Bool
  private var transformed = TransformedGradients()

  /// Makes a trainer.
  /// - Parameters:
  ///   - parameters: such as `net.parameters`
  ///   - optimizer: such as `SGD(learningRate: 0.2)`
  ///   - transforms: what happens to the gradients first, such as `[.clipByNorm(1)]`
  ///   - schedule: sets the learning rate before each step, in place of any value set by hand
  ///   - stopOnNaN: whether a gradient that is nan or infinite is a fault; if not, divergence runs on
  public init(
    _ parameters: [Parameter], _ optimizer: any Optimizer, transforms: [GradientTransform] = [],
    schedule: StepSchedule? = nil, stopOnNaN: Bool = false
  ) {
    self.parameters = parameters
    self.optimizer = optimizer
    self.transforms = transforms
    self.schedule = schedule
    stopsOnNaN = stopOnNaN
    isPlain = transforms.isEmpty && !stopOnNaN
  }

  /// The optimizer's learning rate; read it and set it at any time.
  public var learningRate: Double {
    get { optimizer.learningRate }
    set {
      Settings.requireLearningRate("learningRate", newValue)
      optimizer.learningRate = newValue
    }
  }

  /// Moves every parameter once, by its gradient divided by the batch size.
  ///
  /// A loss's `backward()` gives the gradient of the sum over a batch; the division makes it the mean,
  /// so that a learning rate means the same for every batch size.
  /// - Parameters:
  ///   - batchSize: the number of examples behind the gradients, at least 1
  ///   - ignoreStaleGradients: whether to pass over a parameter that no `backward()` has reached since
  ///     its last step; if not, it is a fault, as it most often is a mistake
  public func step(_ batchSize: Int, ignoreStaleGradients: Bool = false) {
    if batchSize < 1 { fault("step", "the batch size \(batchSize); at least 1 is needed") }
    if let schedule { learningRate = schedule.rate(step: steps) }
    steps &+= 1
    if !isPlain { return stepTransformed(batchSize, ignoreStaleGradients) }
    for index in parameters.indices {
      Unmanaged.passUnretained(parameters[index]).lend { parameter in
        if parameter.takeFreshness() {
          optimizer.step(parameter, batchSize: batchSize, index: index)
        } else if !ignoreStaleGradients {
          faultOfStaleGradient(parameter)
        }
      }
    }
  }

  private func stepTransformed(_ batchSize: Int, _ ignoreStaleGradients: Bool) {
    transformed.removeAll()
    for (index, parameter) in parameters.enumerated() {
      guard parameter.takeFreshness(), let gradient = parameter.gradient else {
        if ignoreStaleGradients { continue }
        faultOfStaleGradient(parameter)
      }
      transformed.add(gradient, dividedBy: batchSize, of: parameter, index)
    }
    transformed.apply(transforms)
    if stopsOnNaN { transformed.requireFinite(step: steps) }
    transformed.update(optimizer)
  }

  @inline(never)
  private func faultOfStaleGradient(_ parameter: Parameter) -> Never {
    if parameter.gradient == nil {
      fault("step", "\(parameter.name) has no gradient; call backward() on a recorded loss first")
    }
    fault(
      "step",
      "\(parameter.name) has no new gradient since its last step; call backward() before each step, "
        + "or step with ignoreStaleGradients: true")
  }

  /// Adds a loss to the history, with the current step and learning rate.
  /// - Parameter loss: such as the mean over all examples
  public func note(loss: Double) {
    history.append(step: steps, loss: loss, learningRate: learningRate)
  }
}
