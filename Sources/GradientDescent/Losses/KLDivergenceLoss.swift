/// The Kullback–Leibler divergence Σ y·(ln y − p) of each example. A label y is a probability, a
/// prediction p the logarithm of one: the last layer's `logSoftmax()`.
///
/// The sum, not the mean, over an example, so that the mean over the batch is the mean divergence.
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: PyTorch's `KLDivLoss` with the reduction `batchmean`. Gluon's averages over the classes
public final class KLDivergenceLoss: Loss {
  /// Makes the loss.
  public init() {}

  /// Σ y·(ln y − p) of each example; a term with y = 0 is 0, though p be infinite.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(DivergenceTerm(), predictions, labels)
  }
}

private struct DivergenceTerm: PointwiseTerm {
  var name: String { "KLDivergenceLoss" }
  var labels: String { "a probability, at least 0" }
  var averages: Bool { false }
  func accepts<T: Element>(_ y: T) -> Bool { !(y < 0) }

  func value<T: Element>(_ p: T, _ y: T) -> T {
    // A class without a share adds nothing, even an impossible one.
    if y == 0 && p == -T.infinity { return 0 }
    return (y == 0 ? 0 : y * T.log(y)) - y * p
  }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) { (-y, T.log(y) + 1 - p) }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    (-y, y.log() + 1 - p)
  }
}
