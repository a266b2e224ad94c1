/// A function of an array with parameters that can be learned. Gluon calls it a block, PyTorch a
/// module.
public protocol Layer: AnyObject {
  /// The parameters that the layer learns, in a fixed order; empty for most activations.
  var parameters: [Parameter] { get }

  /// The layer's value.
  /// - Parameter input: a batch, its first axis the examples
  func callAsFunction(_ input: NDArray) -> NDArray

  /// Forgets what the layer remembers beside its parameters, such as running averages. Most remember
  /// nothing. A layer made of others hands the call on.
  func reset()
}

extension Layer {
  /// None.
  public var parameters: [Parameter] { [] }

  /// Does nothing.
  public func reset() {}

  /// Gives every parameter new first values; earlier ones are forgotten, and so are running averages.
  ///
  /// A parameter whose shape is not yet known draws its values at the layer's first call.
  /// - Parameters:
  ///   - initializer: the rule for weights; biases start at zero
  ///   - dtype: the type of the parameters; that of the arrays the layer will be called with
  ///   - random: the generator to draw from
  public func initialize(
    _ initializer: Initializer, dtype: DType = .float32, using random: inout some RandomSource
  ) {
    for parameter in parameters {
      parameter.initialize(initializer, dtype: dtype, from: random)
    }
    reset()
  }
}
