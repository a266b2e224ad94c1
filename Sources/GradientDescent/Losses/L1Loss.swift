/// The absolute error |p − y|, averaged over all axes but the batch's.
///
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: Gluon's `L1Loss`, PyTorch's `L1Loss`; the slope at p = y is 0
public final class L1Loss: Loss {
  /// Makes the loss.
  public init() {}

  /// |p − y|, the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(AbsoluteError(), predictions, labels)
  }
}

private struct AbsoluteError: PointwiseTerm {
  var name: String { "L1Loss" }

  func value<T: Element>(_ p: T, _ y: T) -> T { (p - y).magnitude }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) {
    let d = p - y
    // nan is neither above nor below, and stays.
    let sign: T = d > 0 ? 1 : d < 0 ? -1 : d
    return (sign, -sign)
  }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let sign = (p - y).sign()
    return (sign, -sign)
  }
}
