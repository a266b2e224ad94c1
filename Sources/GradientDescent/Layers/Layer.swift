/// A function of an array with parameters that can be learned. Gluon calls it a block, PyTorch a
/// module.
///
/// A layer of one's own is a final class with `callAsFunction` and, if it learns anything, `parameters`.
public protocol Layer: AnyObject {
  /// The layer's name where a network is printed, and in messages.
  var name: String { get }

  /// The layers that it is made of, in order; empty for most. A network is printed with them.
  var layers: [any Layer] { get }

  /// The parameters that the layer learns, in a fixed order; empty for most activations.
  var parameters: [Parameter] { get }

  /// The layer's value.
  /// - Parameter input: a batch, its first axis the examples
  func callAsFunction(_ input: NDArray) -> NDArray

  /// Forgets what the layer remembers beside its parameters, such as running averages. Most remember
  /// nothing. A layer made of others hands the call on.
  func reset()

  /// What the layer remembers beside its parameters, such as running averages; empty for most.
  var buffers: [NDArray] { get set }

  /// Offers a generator to a layer that draws and has none. A layer made of others hands it on.
  func draw(from random: any RandomSource)

  /// A layer of the same settings and values, whose parameters are its own.
  func copy() -> Self
}

extension Layer {
  /// `Layer`, unless the layer has a name.
  public var name: String { "Layer" }

  /// None.
  public var layers: [any Layer] { [] }

  /// Those of the layers that it is made of.
  public var parameters: [Parameter] { layers.flatMap { $0.parameters }.withoutRepetitions }

  /// Does nothing.
  public func reset() {}

  /// None; to set any is a fault.
  public var buffers: [NDArray] {
    get { [] }
    set {
      if !newValue.isEmpty {
        fault("load", [.words(name), " remembers nothing beside its parameters"])
      }
    }
  }

  /// Does nothing.
  public func draw(from random: any RandomSource) {}

  /// The layer itself when it has no parameters; a fault for any other layer that does not say how it is
  /// copied.
  public func copy() -> Self {
    if !parameters.isEmpty {
      fault("copy", [.words(name), " has parameters; give it a `copy` of its own"])
    }
    return self
  }

  /// Gives every parameter new first values; earlier ones are forgotten, and so are running averages.
  ///
  /// A parameter whose shape is not yet known draws its values at the layer's first call.
  /// - Parameters:
  ///   - initializer: the rule for weights; biases start at zero
  ///   - dtype: the type of the parameters; that of the arrays the layer will be called with
  ///   - random: the generator to draw from; a `Dropout` without one of its own draws from it too
  public func initialize(
    _ initializer: Initializer, dtype: DType = .float32, using random: inout some RandomSource
  ) {
    for parameter in parameters {
      parameter.initialize(initializer, dtype: dtype, from: random)
    }
    reset()
    draw(from: random)
  }
}
