/// A run's losses in order, each with its step and learning rate.
public struct TrainingHistory {
  /// The number of steps made before each loss.
  public private(set) var steps: [Int] = []
  /// The losses.
  public private(set) var losses: [Double] = []
  /// The learning rate at each loss.
  public private(set) var learningRates: [Double] = []

  /// Makes an empty history.
  public init() {}

  /// The number of losses.
  public var count: Int { losses.count }

  mutating func append(step: Int, loss: Double, learningRate: Double) {
    steps.append(step)
    losses.append(loss)
    learningRates.append(learningRate)
  }
}
