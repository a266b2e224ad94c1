/// Applies an optimizer to parameters, step by step, as Gluon's `Trainer` does.
public final class Trainer {
  /// The parameters that are trained, in order, each once.
  public let parameters: [Parameter]
  /// The rule that moves them.
  public let optimizer: any Optimizer
  /// The changes to the gradients before the rule sees them, in order.
  public let transforms: [GradientTransform]
  /// True if a gradient that is nan or infinite is a fault.
  public let stopsOnNaN: Bool
  /// The number of steps made.
  public private(set) var steps = 0
  /// The number of epochs that `endEpoch()` has ended.
  public private(set) var epoch = 0
  /// The losses that `note(loss:)` has noted.
  public private(set) var history = TrainingHistory()

  private let isPlain: Bool
  private let groups: GroupSettings
  private var schedule: ScheduledRate?
  private var transformed = TransformedGradients()

  /// Makes a trainer.
  ///
  /// The rule has to be a new one, or one that has been reset: what it remembers belongs to the
  /// parameters of one trainer.
  /// - Parameters:
  ///   - parameters: such as `net.parameters`; one that is there twice is moved once
  ///   - optimizer: such as `SGD(learningRate: 0.2)`
  ///   - transforms: what happens to the gradients first, such as `[.clipByNorm(1)]`
  ///   - schedule: sets the learning rate before each step, and so has to begin with the rule's own rate
  ///     or to rise to it; or, with `.factor(…)`, multiplies it
  ///   - stopOnNaN: whether a gradient that is nan or infinite is a fault; if not, divergence runs on
  public convenience init(
    _ parameters: [Parameter], _ optimizer: any Optimizer, transforms: [GradientTransform] = [],
    schedule: StepSchedule? = nil, stopOnNaN: Bool = false
  ) {
    let rate = schedule.map { ScheduledRate($0, perEpoch: false, optimizer) }
    self.init(parameters, optimizer, transforms, rate, GroupSettings(), stopOnNaN)
  }

  /// Makes a trainer whose learning rate depends on the epoch: `endEpoch()` goes on to the next.
  /// - Parameter schedule: sets the learning rate of each epoch, and so has to begin with the rule's own
  ///   rate or to rise to it; or, with `.factor(…)`, multiplies it
  @_disfavoredOverload
  public convenience init(
    _ parameters: [Parameter], _ optimizer: any Optimizer, transforms: [GradientTransform] = [],
    schedule: EpochSchedule, stopOnNaN: Bool = false
  ) {
    let rate = ScheduledRate(schedule, perEpoch: true, optimizer)
    self.init(parameters, optimizer, transforms, rate, GroupSettings(), stopOnNaN)
  }

  /// Makes a trainer of groups with learning rates and weight decays of their own.
  ///
  /// A group's rate keeps its ratio to the rule's: `learningRate` and a schedule move all of them.
  /// - Parameters:
  ///   - groups: the groups; a parameter belongs to one
  ///   - optimizer: such as `SGD(learningRate: 0.2)`; its rate is that of groups without one
  @_disfavoredOverload
  public convenience init(
    _ groups: [ParameterGroup], _ optimizer: any Optimizer, transforms: [GradientTransform] = [],
    schedule: StepSchedule? = nil, stopOnNaN: Bool = false
  ) {
    let rate = schedule.map { ScheduledRate($0, perEpoch: false, optimizer) }
    let parameters = groups.flatMap { $0.parameters }
    for (place, parameter) in parameters.enumerated()
    where parameters.prefix(place).contains(where: { $0 === parameter }) {
      fault("Trainer", "\(parameter.label) is in two groups; it can have one learning rate")
    }
    self.init(
      parameters, optimizer, transforms, rate, GroupSettings(groups, optimizer), stopOnNaN)
  }

  /// Makes a trainer of groups with learning rates of their own:
  /// `Trainer([(net[0].parameters, 0.1), (net[1].parameters, 0.01)], SGD(learningRate: 0.1))`.
  /// - Parameters:
  ///   - groups: the parameters and the learning rate of each group
  ///   - optimizer: the rule; groups keep their ratio to its rate
  @_disfavoredOverload
  public convenience init(
    _ groups: [(parameters: [Parameter], learningRate: Double)], _ optimizer: any Optimizer,
    transforms: [GradientTransform] = [], schedule: StepSchedule? = nil, stopOnNaN: Bool = false
  ) {
    self.init(
      groups.map { ParameterGroup($0.parameters, learningRate: $0.learningRate) }, optimizer,
      transforms: transforms, schedule: schedule, stopOnNaN: stopOnNaN)
  }

  private init(
    _ parameters: [Parameter], _ optimizer: any Optimizer, _ transforms: [GradientTransform],
    _ schedule: ScheduledRate?, _ groups: GroupSettings, _ stopOnNaN: Bool
  ) {
    OptimizerUse.begin(optimizer, "Trainer")
    self.parameters = groups.isEmpty ? parameters.withoutRepetitions : parameters
    self.optimizer = optimizer
    self.transforms = transforms
    self.groups = groups
    self.schedule = schedule
    stopsOnNaN = stopOnNaN
    isPlain = transforms.isEmpty && !stopOnNaN && groups.isEmpty
    self.schedule?.apply(0, to: optimizer)
  }

  /// The optimizer's learning rate; read it and set it at any time. With a schedule it can be set only
  /// where the schedule is a factor.
  public var learningRate: Double {
    get { optimizer.learningRate }
    set {
      Settings.requireLearningRate("learningRate", newValue)
      schedule?.take(newValue)
      optimizer.learningRate = newValue
    }
  }

  /// Sets the learning rate: Gluon's way of `trainer.learningRate = …`.
  public func setLearningRate(_ rate: Double) { learningRate = rate }

  /// Sets the gradients of all parameters to zero. Without `accumulatesGradients` nobody needs it: each
  /// `backward()` replaces the gradients.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }

  /// PyTorch's name of `zeroGradients()`.
  public func zeroGrad() { zeroGradients() }

  /// Ends an epoch: an `EpochSchedule` sets the learning rate of the next one.
  public func endEpoch() {
    epoch += 1
    if schedule?.isPerEpoch ?? false { schedule?.apply(epoch, to: optimizer) }
  }

  /// Moves every parameter once, by its gradient as it is: for a loss that is a mean or one number.
  /// - Parameter ignoreStaleGradients: whether to pass over a parameter that no `backward()` has reached
  ///   since its last step
  public func step(ignoreStaleGradients: Bool = false) {
    move(1, ignoreStaleGradients)
  }

  /// Moves every parameter once, by its gradient divided by the batch size.
  ///
  /// A loss's `backward()` gives the gradient of the sum over a batch; the division makes it the mean,
  /// so that a learning rate means the same for every batch size. A loss that is a mean already would be
  /// divided twice; a warning says so.
  /// - Parameters:
  ///   - batchSize: the number of examples behind the gradients, at least 1
  ///   - ignoreStaleGradients: whether to pass over a parameter that no `backward()` has reached since
  ///     its last step; if not, it is a fault, as it most often is a mistake
  ///   - line: the line of the call; to be omitted
  ///   - column: the column of the call; to be omitted
  public func step(
    _ batchSize: Int, ignoreStaleGradients: Bool = false, line: Int = #line, column: Int = #column
  ) {
    if batchSize < 1 { fault("step", "the batch size \(batchSize); at least 1 is needed") }
    if steps == 0 { warnOfMean(batchSize, line, column) }
    move(batchSize, ignoreStaleGradients)
  }

  /// `#column` is the column of the parenthesis.
  @inline(never)
  private func warnOfMean(_ batchSize: Int, _ line: Int, _ column: Int) {
    guard let parameter = parameters.first(where: { $0.gradient != nil }),
      MeanLoss.isBehind(parameter, batchSize: batchSize)
    else { return }
    warn(
      "step",
      "the loss is a mean already, and step(\(batchSize)) divides its gradient by the batch size again; "
        + "write step(), or leave the mean out of the loss",
      line: line, column: max(column - 4, 1))
  }

  @inline(__always)
  private func move(_ batchSize: Int, _ ignoreStaleGradients: Bool) {
    if schedule != nil { applySchedule() }
    steps &+= 1
    if !isPlain { return moveTransformed(batchSize, ignoreStaleGradients) }
    for index in parameters.indices {
      Unmanaged.passUnretained(parameters[index]).lend { parameter in
        if parameter.takeFreshness() {
          if parameter.learningRateMultiplier == 1 {
            optimizer.step(parameter, batchSize: batchSize, index: index)
          } else {
            moveScaled(parameter, batchSize, index)
          }
        } else if !ignoreStaleGradients {
          faultOfStaleGradient(parameter)
        }
      }
    }
  }

  @inline(never)
  private func applySchedule() {
    if !(schedule?.isPerEpoch ?? true) { schedule?.apply(steps, to: optimizer) }
  }

  @inline(never)
  private func moveScaled(_ parameter: Parameter, _ batchSize: Int, _ index: Int) {
    groups.apply(index, parameter, to: optimizer) {
      optimizer.step(parameter, batchSize: batchSize, index: index)
    }
  }

  private func moveTransformed(_ batchSize: Int, _ ignoreStaleGradients: Bool) {
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
    transformed.update(optimizer, groups)
  }

  @inline(never)
  private func faultOfStaleGradient(_ parameter: Parameter) -> Never {
    if parameter.gradient == nil {
      fault("step", "\(parameter.label) has no gradient; call backward() on a recorded loss first")
    }
    fault(
      "step",
      "\(parameter.label) has no new gradient since its last step; call backward() before each step, "
        + "or step with ignoreStaleGradients: true")
  }

  /// Adds a loss to the history, with the current step and learning rate.
  /// - Parameter loss: such as the mean over all examples
  public func note(loss: Double) {
    history.append(step: steps, loss: loss, learningRate: learningRate)
  }
}
