/// How the losses of a batch become a loss.
///
/// Losses named as in Gluon give one number for each example, and `step(batchSize)` divides. Those named
/// as in PyTorch give their mean, and go with `step()`.
public enum Reduction: Sendable {
  /// The mean, one number: PyTorch's default.
  case mean
  /// The sum, one number.
  case sum
  /// One number for each example, as Gluon's losses give it.
  case none

  /// Reduces the losses of a batch.
  /// - Shape: `[batch]` to `[]`, or the same
  func callAsFunction(_ losses: NDArray) -> NDArray {
    switch self {
    case .mean: losses.mean()
    case .sum: losses.sum()
    case .none: losses
    }
  }
}
