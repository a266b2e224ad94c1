/// Joins all axes but the first.
///
/// - Shape: `[batch, …]` to `[batch, features]`
/// - Source: Gluon's and PyTorch's `Flatten`
public final class Flatten: Layer {
  /// Makes the layer.
  public init() {}

  /// `Flatten`
  public var name: String { "Flatten" }

  /// The same numbers, one row for each example.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let shape = input.shape
    if shape.rank == 0 { fault("Flatten", "a scalar input; expected [batch, …]") }
    return input.reshaped(Shape(shape.first, shape.dropFirst.count))
  }
}
