/// Stochastic gradient descent: θ ← θ − η·g.
///
/// - Source: Robbins and Monro, A stochastic approximation method, 1951
public final class SGD: Optimizer {
  /// η; nothing forbids one that is too large.
  public var learningRate: Double

  /// Makes the rule.
  /// - Parameter learningRate: η, at least 0
  public init(learningRate: Double) {
    if !(learningRate >= 0) { fault("SGD", "the learning rate \(learningRate) is negative") }
    self.learningRate = learningRate
  }

  /// θ ← θ − η·g
  public func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    values.add(gradient, times: -learningRate)
  }

  /// θ ← θ − η·g/B
  public func step(_ parameters: [Parameter], batchSize: Int) -> Parameter? {
    for parameter in parameters {
      if !parameter.addGradient(dividedBy: batchSize, times: -learningRate) { return parameter }
    }
    return nil
  }
}
