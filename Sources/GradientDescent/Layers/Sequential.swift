/// Layers one after another: each takes what the one before it gives.
public final class Sequential: Layer {
  /// A reference to one of the layers, which never leaves the network.
  private final class Link {
    let layer: any Layer
    init(_ layer: any Layer) { self.layer = layer }
  }

  private var links: [Link]

  /// Joins layers: `Sequential(Dense(64), Tanh(), Dense(1))`. Without any, add them with `add(_:)`.
  public init(_ layers: any Layer...) { links = layers.map(Link.init) }

  /// Joins the layers of a list.
  public init(_ layers: [any Layer]) { links = layers.map(Link.init) }

  /// Puts a layer at the end.
  public func add(_ layer: any Layer) { links.append(Link(layer)) }

  /// The layer at a place, from 0.
  public subscript(index: Int) -> any Layer {
    if index < 0 || index >= count {
      fault("Sequential", "there is no layer \(index) among \(count)")
    }
    return links[index].layer
  }

  /// The number of layers.
  public var count: Int { links.count }

  /// The layers' parameters, in order.
  public var parameters: [Parameter] { links.flatMap { $0.layer.parameters } }

  /// Every layer forgets its running averages.
  public func reset() {
    for link in links { link.layer.reset() }
  }

  /// The last layer's value; the input itself when there is no layer.
  public func callAsFunction(_ input: NDArray) -> NDArray {
    if links.isEmpty { return input }
    var value = Unmanaged.passUnretained(links[0]).lend { $0.layer(input) }
    for index in 1..<links.count {
      value = Unmanaged.passUnretained(links[index]).lend { $0.layer(value) }
    }
    return value
  }
}
