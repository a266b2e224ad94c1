/// A fully connected layer: y = x · Wᵀ + b.
///
/// The number of inputs is inferred at the first call, as in Gluon.
/// - Shape: `[batch, inputs]` to `[batch, units]`
public final class Dense: Layer {
  /// The number of outputs.
  public let units: Int
  /// W, of shape `[units, inputs]`.
  public let weight: Parameter
  /// b, of shape `[units]`; it starts at zero.
  public let bias: Parameter

  /// Makes a layer.
  /// - Parameters:
  ///   - units: the number of outputs, at least 1
  ///   - inputs: the number of inputs; nil infers it
  public init(_ units: Int, inputs: Int? = nil) {
    if units < 1 { fault("Dense", "\(units) units; at least 1 is needed") }
    self.units = units
    weight = Parameter(name: "weight", shape: inputs.map { [units, $0] })
    bias = Parameter(name: "bias", shape: [units], initializer: .zero)
  }

  /// W and b.
  public var parameters: [Parameter] { [weight, bias] }

  /// x · Wᵀ + b
  public func callAsFunction(_ input: NDArray) -> NDArray {
    let x = input.node
    if x.shape.rank != 2 {
      fault("Dense", "an input of shape \(x.shape); expected [batch, inputs]")
    }
    let w = weight.values(Shape(units, x.shape.second))
    let b = bias.values(Shape(units))
    if w.shape.second != x.shape.second {
      fault("Dense", "an input of shape \(x.shape) for a weight of shape \(w.shape)")
    }
    if w.dtype != x.dtype {
      fault(
        "Dense", "a \(x.dtype) input for a \(w.dtype) weight; initialize with dtype: .\(x.dtype)")
    }
    return NDArray.operation(Shape(x.shape.first, units), x, w, b) { result in
      switch x.dtype {
      case .float32: DenseKernel.forward(Float.self, x, w, b, result)
      case .float64: DenseKernel.forward(Double.self, x, w, b, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: DenseKernel.backward(Float.self, result)
      case .float64: DenseKernel.backward(Double.self, result)
      }
    }
  }
}
