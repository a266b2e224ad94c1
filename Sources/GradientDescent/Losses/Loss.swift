/// A measure of how far predictions are from labels, one number for each example.
public protocol Loss: AnyObject {
  /// The losses of a batch.
  /// - Shape: predictions `[batch, …]` and labels of the same shape to `[batch]`
  func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray
}
