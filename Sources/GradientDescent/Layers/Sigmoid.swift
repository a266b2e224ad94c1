/// The logistic function: 1/(1 + e^(−x)), from 0 to 1.
///
/// - Shape: any, kept
/// - Source: Gluon's `Activation('sigmoid')`, PyTorch's `Sigmoid`
public final class Sigmoid: Layer {
  /// Makes the layer.
  public init() {}

  /// `Sigmoid`
  public var name: String { "Sigmoid" }

  /// 1/(1 + e^(−x))
  public func callAsFunction(_ input: NDArray) -> NDArray { input.sigmoid() }
}
