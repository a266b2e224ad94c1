/// The share of the examples whose class is predicted.
///
/// The predicted class is the place of the largest number of a row; for one number an example, class 1
/// above the threshold and 0 otherwise.
/// - Parameters:
///   - predictions: logits or probabilities, `[batch, classes]`, or `[batch]` or `[batch, 1]` of class 1
///   - labels: the classes from 0, `[batch]` or `[batch, 1]`, or one row of probabilities for each example
///   - threshold: the number above which class 1 is predicted; 0 for logits, 0.5 for probabilities
/// - Returns: 0 to 1; nan for no examples
/// - Source: Gluon's `metric.Accuracy`
public func accuracy(
  _ predictions: NDArray, _ labels: NDArray, threshold: Double = 0
) -> Double {
  let batch = predictions.shape.first
  let (found, expected) = (
    predictions.classes(threshold), labels.classes(labels.count == batch ? nil : 0)
  )
  if found.count != expected.count || predictions.shape.rank == 0 || predictions.shape.rank > 2 {
    fault(
      "accuracy",
      "predictions of shape \(predictions.shape) for labels of shape \(labels.shape); expected "
        + "[batch, classes] or [batch], and [batch] classes")
  }
  var right = 0
  for (a, b) in zip(found, expected) where a == b { right += 1 }
  return Double(right) / Double(found.count)
}

/// The share of the examples whose class is predicted, with the classes as whole numbers.
public func accuracy(
  _ predictions: NDArray, _ labels: [Int], threshold: Double = 0
) -> Double {
  accuracy(predictions, NDArray(labels.map { Double($0) }, dtype: .float64), threshold: threshold)
}

extension NDArray {
  /// The class of each row: the place of its largest number, or of one number what the threshold says,
  /// and the number itself without a threshold.
  fileprivate func classes(_ threshold: Double?) -> [Double] {
    let width = shape.rank < 2 ? 1 : shape.last
    if width > 1 { return argmax(axis: -1).elements }
    guard let threshold else { return elements }
    return elements.map { $0 > threshold ? 1 : 0 }
  }
}
