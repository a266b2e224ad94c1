/// The hyperbolic tangent, from −1 to 1.
///
/// - Shape: any, kept
/// - Source: Gluon's `Activation('tanh')`, PyTorch's `Tanh`
public final class Tanh: Layer {
  /// Makes the layer.
  public init() {}

  /// `Tanh`
  public var name: String { "Tanh" }

  /// tanh x
  public func callAsFunction(_ input: NDArray) -> NDArray { input.tanh() }
}
