/// The hinge loss of two classes: max(0, m − y·p), or its square; averaged over all axes but the
/// batch's. A label y is −1 or 1, a prediction p any number, its sign the class.
///
/// - Shape: predictions and labels of one shape `[batch, …]` to `[batch]`
/// - Source: Gluon's `HingeLoss` and `SquaredHingeLoss`; the slope at the kink is 0
public final class HingeLoss: Loss {
  /// m: from where on a right prediction costs nothing.
  public let margin: Double
  /// True if the loss is squared, so that it has no kink.
  public let isSquared: Bool

  /// Makes the loss.
  /// - Parameters:
  ///   - margin: m, above 0
  ///   - squared: whether to square it
  public init(margin: Double = 1, squared: Bool = false) {
    if !(margin > 0) { fault("HingeLoss", "margin \(margin); a number above 0 is needed") }
    self.margin = margin
    isSquared = squared
  }

  /// max(0, m − y·p) or its square, the mean of each example.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    NDArray.pointwise(HingeTerm(margin: margin, isSquared: isSquared), predictions, labels)
  }
}

private struct HingeTerm: PointwiseTerm {
  let margin: Double
  let isSquared: Bool
  var name: String { "HingeLoss" }
  var labels: String { Sign.labels }
  func accepts<T: Element>(_ y: T) -> Bool { Sign.accepts(y) }

  func value<T: Element>(_ p: T, _ y: T) -> T {
    let lack = lack(p, y)
    return isSquared ? lack * lack : lack
  }

  func slopes<T: Element>(_ p: T, _ y: T) -> (T, T) {
    let lack = lack(p, y)
    if isSquared { return (-2 * lack * y, -2 * lack * p) }
    return lack == 0 ? (0, 0) : (-y, -p)
  }
  func slopes(_ p: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let lack = (margin - y * p).relu()
    let factor = isSquared ? 2 * lack : lack .> 0
    return (-y * factor, -p * factor)
  }

  /// max(0, m − y·p); nan stays.
  @inline(__always)
  private func lack<T: Element>(_ p: T, _ y: T) -> T {
    let lack = T(margin) - y * p
    return lack <= 0 ? 0 : lack
  }
}

/// Labels that are a sign.
enum Sign {
  static var labels: String { "-1 or 1" }

  /// −1, 1 or nan.
  @inline(__always)
  static func accepts<T: Element>(_ y: T) -> Bool { y == 1 || y == -1 || y != y }
}
