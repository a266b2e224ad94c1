/// The rectified linear unit: max(0, x).
///
/// - Shape: any, kept
/// - Source: Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010; the slope
///   at 0 is 0, as in PyTorch
public final class ReLU: Layer {
  /// Makes the layer.
  public init() {}

  /// `ReLU`
  public var name: String { "ReLU" }

  /// max(0, x)
  public func callAsFunction(_ input: NDArray) -> NDArray { input.relu() }
}
