/// The mean cross-entropy of several classes, from logits, as PyTorch has it: one number for the batch.
/// `SoftmaxCrossEntropyLoss` gives one for each example.
///
/// Its gradient is that of a mean already, so `step()` goes with it and not `step(batchSize)`.
/// - Shape: predictions and labels as `SoftmaxCrossEntropyLoss` takes them, classes on the last axis, to
///   `[]`; with the reduction `.none` to `[batch]`
/// - Source: PyTorch's `CrossEntropyLoss`
public final class CrossEntropyLoss: Loss {
  /// How the examples' losses become one.
  public let reduction: Reduction
  private let each = SoftmaxCrossEntropyLoss()

  /// Makes the loss.
  /// - Parameter reduction: how the examples' losses become one
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// The mean of −ln qₖ or −Σ yⱼ·ln qⱼ.
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    reduction(each(predictions, labels))
  }

  /// The mean of −ln qₖ, with the classes as whole numbers.
  public func callAsFunction(_ predictions: NDArray, _ labels: [Int]) -> NDArray {
    reduction(each(predictions, labels))
  }
}
