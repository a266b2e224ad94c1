/// The cross-entropy of two classes: −y·ln q − (1 − y)·ln(1 − q) with q = 1/(1 + e^(−p)), averaged over
/// all axes but the batch's. A label y is the probability of class 1, from 0 to 1; a prediction p is
/// a logit, any number: no sigmoid comes before this loss.
///
/// Computed as max((1 − y)·p, −y·p) + ln(1 + e^(−|p|)), which neither overflows nor takes the logarithm
/// of 0. An infinite logit of the class that is certain costs nothing.
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: PyTorch's `BCEWithLogitsLoss`, Gluon's `SigmoidBinaryCrossEntropyLoss`
public final class BinaryCrossEntropyLoss: Loss {
  /// Makes the loss.
  public init() {}

  /// −y·ln q − (1 − y)·ln(1 − q), the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(BinaryCrossEntropyTerm(), predictions, labels)
  }
}

private struct BinaryCrossEntropyTerm: PointwiseTerm {
  var name: String { "BinaryCrossEntropyLoss" }
  var labels: String { "a probability from 0 to 1" }
  func accepts<T: Element>(_ y: T) -> Bool { !(y < 0) && !(y > 1) }

  func value<T: Element>(_ p: T, _ y: T) -> T {
    // 0 · ∞ is 0 here.
    let share = p >= 0 ? 1 - y : -y
    return (share == 0 ? 0 : share * p) + T.log1p(T.exp(-p.magnitude))
  }

  /// (q − y, −p)
  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) { (T.sigmoid(p) - y, -p) }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    (p.sigmoid() - y, -p)
  }
}
