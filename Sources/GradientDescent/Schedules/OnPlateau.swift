/// Shrinks the learning rate when a loss has stopped falling.
///
/// It remembers the losses that it has seen, and so is no function of the step:
///
///     trainer.learningRate = plateau.rate(trainer.learningRate, after: loss)
///
/// A loss may be negative: it is better when it is lower by a share of the best one's size. (PyTorch
/// multiplies the best loss by 1 − threshold, by which any negative loss is better than itself.)
/// - Source: PyTorch's `ReduceLROnPlateau`, for losses above 0
public final class OnPlateau {
  /// The factor by which the rate shrinks.
  public let factor: Double
  /// The number of losses in a row that may be no better before the rate shrinks with the next.
  public let patience: Int
  /// The share of the best loss, without its sign, by which a loss has to be below it to count as better.
  public let threshold: Double
  /// The number of losses after a change that are not counted.
  public let cooldown: Int
  /// The rate never falls below it.
  public let minimum: Double
  /// A change smaller than this is not made.
  public let epsilon: Double

  /// The best loss so far.
  public private(set) var best = Double.infinity
  private var badLosses = 0
  private var coolingDown = 0

  /// Makes the rule.
  /// - Parameters:
  ///   - factor: at least 0 and below 1
  ///   - patience: at least 0
  ///   - threshold: at least 0
  ///   - cooldown: at least 0
  ///   - minimum: at least 0
  ///   - epsilon: at least 0
  public init(
    factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, cooldown: Int = 0,
    minimum: Double = 0, epsilon: Double = 1e-8
  ) {
    Settings.requireShare("OnPlateau", "factor", factor)
    Settings.requireNotNegative("OnPlateau", "threshold", threshold)
    Settings.requireNotNegative("OnPlateau", "minimum", minimum)
    Settings.requireNotNegative("OnPlateau", "epsilon", epsilon)
    if patience < 0 || cooldown < 0 {
      fault("OnPlateau", "the patience \(patience) or the cooldown \(cooldown) is negative")
    }
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.cooldown = cooldown
    self.minimum = minimum
    self.epsilon = epsilon
  }

  /// Takes note of a loss, most often that of an epoch; nan is no better than anything.
  /// - Parameters:
  ///   - rate: the present learning rate
  ///   - loss: the loss that it has led to
  /// - Returns: the learning rate from now on
  public func rate(_ rate: Double, after loss: Double) -> Double {
    if best.isInfinite ? loss < best : loss < best - threshold * best.magnitude {
      best = loss
      badLosses = 0
    } else {
      badLosses += 1
    }
    if coolingDown > 0 {
      coolingDown -= 1
      badLosses = 0
    }
    if badLosses <= patience { return rate }
    coolingDown = cooldown
    badLosses = 0
    let smaller = max(rate * factor, minimum)
    return rate - smaller > epsilon ? smaller : rate
  }
}
