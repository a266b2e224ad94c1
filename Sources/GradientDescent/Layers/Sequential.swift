/// Layers one after another: each takes what the one before it gives.
public final class Sequential: Layer {
  private var layers: [any Layer]

  /// Joins layers: `Sequential(Dense(64), Tanh(), Dense(1))`. Without any, add them with `add(_:)`.
  public init(_ layers: any Layer...) { self.layers = layers }

  /// Joins the layers of a list.
  public init(_ layers: [any Layer]) { self.layers = layers }

  /// Puts a layer at the end.
  public func add(_ layer: any Layer) { layers.append(layer) }

  /// The layer at a place, from 0.
  public subscript(index: Int) -> any Layer {
    if index < 0 || index >= layers.count {
      fault("Sequential", "there is no layer \(index) among \(layers.count)")
    }
    return layers[index]
  }

  /// The number of layers.
  public var count: Int { layers.count }

  /// The layers' parameters, in order.
  public var parameters: [Parameter] { layers.flatMap { $0.parameters } }

  /// Every layer forgets its running averages.
  public func reset() {
    for layer in layers { layer.reset() }
  }

  /// The last layer's value; the input itself when there is no layer.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    guard let first = layers.first else { return input }
    var value = first(input)
    for index in 1..<layers.count { value = layers[index](value) }
    return value
  }
}
