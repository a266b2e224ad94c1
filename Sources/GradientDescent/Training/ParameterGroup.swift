/// Parameters that a trainer moves with settings of their own.
///
///     Trainer(
///       [
///         ParameterGroup(net[0].parameters, learningRate: 0.01),
///         ParameterGroup(net[2].parameters, learningRate: 0.1, weightDecay: 0),
///       ], SGD(learningRate: 0.1, weightDecay: 1e-4))
///
/// - Source: PyTorch's `param_groups`
public struct ParameterGroup {
  /// The parameters.
  public let parameters: [Parameter]
  /// Their learning rate; nil for that of the rule.
  public let learningRate: Double?
  /// Their weight decay; nil for that of the rule.
  public let weightDecay: Double?

  /// Makes a group.
  /// - Parameters:
  ///   - parameters: such as `net[0].parameters`
  ///   - learningRate: at least 0; nil for that of the rule
  ///   - weightDecay: at least 0; nil for that of the rule
  public init(
    _ parameters: [Parameter], learningRate: Double? = nil, weightDecay: Double? = nil
  ) {
    Settings.requireLearningRate("ParameterGroup", learningRate ?? 0)
    Settings.requireNotNegative("ParameterGroup", "weight decay", weightDecay ?? 0)
    self.parameters = parameters
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }
}

/// The settings of each parameter of a trainer that are not those of its rule.
struct GroupSettings {
  /// What the rule's learning rate is multiplied by.
  private var factors: [Double] = []
  /// The weight decay in place of the rule's.
  private var decays: [Double?] = []

  /// True if no parameter has settings of its own.
  var isEmpty: Bool { factors.isEmpty }

  /// Makes the settings of groups, a parameter for each of their parameters in order.
  init(_ groups: [ParameterGroup], _ optimizer: any Optimizer) {
    let rate = optimizer.learningRate
    for group in groups {
      var factor = 1.0
      if let own = group.learningRate, own != rate {
        if rate == 0 {
          fault(
            "Trainer",
            "a group with the learning rate \(own) beside \(optimizer.name) with 0; give the rule a "
              + "rate above 0, of which those of groups are multiples")
        }
        factor = own / rate
      }
      for _ in group.parameters {
        factors.append(factor)
        decays.append(group.weightDecay)
      }
    }
  }

  init() {}

  /// Runs a step with the settings of one parameter, and gives the rule its own back.
  func apply(_ index: Int, _ parameter: Parameter, to rule: any Optimizer, _ step: () -> Void) {
    let (rate, decay) = (rule.learningRate, rule.weightDecay)
    rule.learningRate = rate * parameter.learningRateMultiplier * (isEmpty ? 1 : factors[index])
    let own = isEmpty ? nil : decays[index]
    if let own { rule.weightDecay = own }
    step()
    rule.learningRate = rate
    if own != nil { rule.weightDecay = decay }
  }
}
