/// A running mean of parameters over the steps of a training, which often predicts better than the last
/// values: a ← δa + (1 − δ)θ, from a = θ at the first update.
///
///     let average = ExponentialMovingAverage(0.99)
///     …
///     trainer.step(batchSize)
///     average.update(net.parameters)
///     …
///     average.with(net.parameters) { print(accuracy(net(features), labels)) }
///
/// - Source: Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992; PyTorch's
///   `AveragedModel` with `get_ema_avg_fn`
public final class ExponentialMovingAverage {
  /// δ, the share of the mean that stays.
  public let decay: Double
  /// The means, in the order of the parameters; empty before the first update.
  public private(set) var values: [NDArray] = []

  /// Makes an average.
  /// - Parameter decay: δ, at least 0 and below 1; 1/(1 − δ) steps are averaged, roughly
  public init(_ decay: Double = 0.999) {
    Settings.requireShare("ExponentialMovingAverage", "the decay", decay)
    self.decay = decay
  }

  /// Takes the parameters' present values into the means.
  /// - Parameter parameters: such as `net.parameters`, the same ones each time
  public func update(_ parameters: [Parameter]) {
    if values.isEmpty {
      values = parameters.map { $0.data.detached() }
      return
    }
    requireSame(parameters, "update")
    for (place, parameter) in parameters.enumerated() {
      // a + (1 − δ)(θ − a), in place.
      let before = values[place].detached()
      values[place].add(parameter.data, times: 1 - decay)
      values[place].add(before, times: decay - 1)
    }
  }

  /// Runs `body` while the parameters have the means as their values; then they have their own again.
  /// - Returns: what `body` returns
  public func with<Result>(_ parameters: [Parameter], _ body: () -> Result) -> Result {
    requireSame(parameters, "with")
    let own = parameters.map { $0.data }
    for (parameter, value) in zip(parameters, values) { parameter.data = value }
    let result = body()
    for (parameter, value) in zip(parameters, own) { parameter.data = value }
    return result
  }

  /// Gives the parameters the means as their values, for good.
  public func copy(to parameters: [Parameter]) {
    requireSame(parameters, "copy")
    for (parameter, value) in zip(parameters, values) { parameter.data = value }
  }

  private func requireSame(_ parameters: [Parameter], _ operation: String) {
    if values.isEmpty {
      fault(operation, "the average has no values yet; call update after a step first")
    }
    if parameters.count != values.count {
      fault(operation, "\(parameters.count) parameters for an average of \(values.count)")
    }
    for (parameter, value) in zip(parameters, values) where parameter.data.shape != value.shape {
      fault(
        operation,
        "\(parameter.label) of shape \(parameter.data.shape) for an average of shape \(value.shape)"
      )
    }
  }
}
