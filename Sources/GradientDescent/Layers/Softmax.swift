/// Probabilities in proportion to e^x, along the last axis: e^(xⱼ) / Σ e^(xₖ).
///
/// Not before `SoftmaxCrossEntropyLoss`, which takes logits.
/// - Shape: `[batch, …, classes]`, kept
/// - Source: PyTorch's `Softmax(dim=-1)`
public final class Softmax: Layer {
  /// Makes the layer.
  public init() {}

  /// `Softmax`
  public var name: String { "Softmax" }

  /// e^(xⱼ) / Σ e^(xₖ)
  public func callAsFunction(_ input: NDArray) -> NDArray { input.softmax() }
}
