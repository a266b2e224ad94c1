/// Huber's loss: ½d² where |d| ≤ δ, else δ(|d| − ½δ), for d = p − y; averaged over all axes but the
/// batch's. Squared near the label, so smooth; absolute far away, so that outliers pull less.
///
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: Huber, Robust estimation of a location parameter, 1964; scaled as PyTorch's `HuberLoss`
///   (Gluon's is this one divided by δ)
public final class HuberLoss: Loss {
  /// δ, where the parabola ends.
  public let delta: Double

  /// Makes the loss.
  /// - Parameter delta: δ, above 0
  public init(delta: Double = 1) {
    if !(delta > 0) { fault("HuberLoss", "delta \(delta); a number above 0 is needed") }
    self.delta = delta
  }

  /// ½d² or δ(|d| − ½δ), the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(HuberTerm(delta: delta), predictions, labels)
  }
}

private struct HuberTerm: PointwiseTerm {
  let delta: Double
  var name: String { "HuberLoss" }

  func value<T: Element>(_ p: T, _ y: T) -> T {
    let (d, delta) = ((p - y).magnitude, T(delta))
    return d <= delta ? d * d / 2 : delta * (d - delta / 2)
  }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) {
    let (d, delta) = (p - y, T(delta))
    let slope = d > delta ? delta : d < -delta ? -delta : d
    return (slope, -slope)
  }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let slope = (p - y).clip(-delta, delta)
    return (slope, -slope)
  }
}
