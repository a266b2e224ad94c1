/// The logistic loss of two classes: ln(1 + e^(−y·p)), averaged over all axes but the batch's. A
/// label y is −1 or 1, a prediction p the logarithm of the odds of 1 (a logit), any number.
///
/// Computed as max(0, −y·p) + ln(1 + e^(−|p|)), which neither overflows nor rounds small losses to 0.
/// The same loss for labels 0 and 1 is `BinaryCrossEntropyLoss`.
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: Gluon's `LogisticLoss` with signed labels, PyTorch's `SoftMarginLoss`
public final class LogisticLoss: Loss {
  /// Makes the loss.
  public init() {}

  /// ln(1 + e^(−y·p)), the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(LogisticTerm(), predictions, labels)
  }
}

private struct LogisticTerm: PointwiseTerm {
  var name: String { "LogisticLoss" }
  var labels: String { Sign.labels }
  func accepts<T: Element>(_ y: T) -> Bool { Sign.accepts(y) }

  func value<T: Element>(_ p: T, _ y: T) -> T {
    let wrong = -y * p
    return (wrong <= 0 ? 0 : wrong) + T.log1p(T.exp(-wrong.magnitude))
  }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) {
    let weight = T.sigmoid(-y * p)
    return (-y * weight, -p * weight)
  }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let weight = (-y * p).sigmoid()
    return (-y * weight, -p * weight)
  }
}
