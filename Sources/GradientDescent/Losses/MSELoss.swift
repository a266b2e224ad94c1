/// The mean squared error (p − y)², as PyTorch has it: one number for the batch, without the ½ of
/// `L2Loss`.
///
/// Its gradient is that of a mean already, so `step()` goes with it and not `step(batchSize)`.
/// - Shape: predictions and labels `[batch, …]`, as `L2Loss` compares them, to `[]`; with the reduction
///   `.none` to `[batch]`, the mean of each example
/// - Source: PyTorch's `MSELoss`. A sum is of each example's mean; PyTorch's is of all numbers
public final class MSELoss: Loss {
  /// How the examples' losses become one.
  public let reduction: Reduction

  /// Makes the loss.
  /// - Parameter reduction: how the examples' losses become one
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// The mean of (p − y)².
  public func callAsFunction(_ predictions: NDArray, _ labels: NDArray) -> NDArray {
    reduction(2 * L2Loss.halves("MSELoss", predictions, labels))
  }
}
