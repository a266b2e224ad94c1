/// Layers one after another: each takes what the one before it gives.
///
/// `print(net)` shows them with their parameters' shapes and numbers.
public final class Sequential: Layer {
  /// A reference to one of the layers, which never leaves the network.
  private final class Link {
    let layer: any Layer
    init(_ layer: any Layer) { self.layer = layer }
  }

  private var links: [Link] = []

  /// Joins layers: `Sequential(Dense(64), Tanh(), Dense(1))`. Without any, add them with `add(_:)`.
  public convenience init(_ layers: any Layer...) { self.init(layers) }

  /// Joins the layers of a list.
  public init(_ layers: [any Layer]) {
    for layer in layers { add(layer) }
  }

  /// `Sequential`
  public var name: String { "Sequential" }

  /// Puts a layer at the end. One that is there already is used twice, with the same parameters.
  public func add(_ layer: any Layer) {
    if !links.contains(where: { $0.layer === layer }) {
      Sequential.number(layer, [count])
    }
    links.append(Link(layer))
  }

  /// Tells the parameters of a layer its place, for messages.
  private static func number(_ layer: any Layer, _ path: [Int]) {
    for parameter in layer.parameters { parameter.path = path }
    for (place, inner) in layer.layers.enumerated() { number(inner, path + [place]) }
  }

  /// Puts layers at the end, in order: `net.add(Dense(64), Tanh())`.
  public func add(_ layers: any Layer...) {
    for layer in layers { add(layer) }
  }

  /// The layer at a place, from 0.
  public subscript(index: Int) -> any Layer {
    if index < 0 || index >= count {
      fault("Sequential", "there is no layer \(index) among \(count)")
    }
    return links[index].layer
  }

  /// The number of layers.
  public var count: Int { links.count }

  /// The layers, in order.
  public var layers: [any Layer] { links.map { $0.layer } }

  /// The layers' parameters, in order; those of a layer that is used twice once.
  public var parameters: [Parameter] { links.flatMap { $0.layer.parameters }.withoutRepetitions }

  /// Every layer forgets its running averages.
  public func reset() {
    for link in links { link.layer.reset() }
  }

  /// The running averages of all layers, in order; those of a layer that is used twice once.
  public var buffers: [NDArray] {
    get { distinctLayers.flatMap { $0.buffers } }
    set {
      var start = 0
      for layer in distinctLayers {
        let count = layer.buffers.count
        if start + count > newValue.count { break }
        layer.buffers = Array(newValue[start..<start + count])
        start += count
      }
      if start != newValue.count {
        fault("load", "\(newValue.count) running averages for a network with \(buffers.count)")
      }
    }
  }

  /// Offers a generator to every layer.
  public func draw(from random: any RandomSource) {
    for link in links { link.layer.draw(from: random) }
  }

  /// A network of copies of the layers; a layer that is used twice is used twice in the copy too.
  public func copy() -> Sequential {
    let copies = distinctLayers.map { $0.copy() }
    return Sequential(
      links.map { link in
        let place = distinctLayers.firstIndex { $0 === link.layer }
        return copies[place ?? 0]
      })
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

  /// The layers, each once.
  private var distinctLayers: [any Layer] {
    var layers: [any Layer] = []
    for link in links where !layers.contains(where: { $0 === link.layer }) {
      layers.append(link.layer)
    }
    return layers
  }
}

extension [Parameter] {
  /// Each parameter once, where it comes first.
  var withoutRepetitions: [Parameter] {
    var result: [Parameter] = []
    for parameter in self where !result.contains(where: { $0 === parameter }) {
      result.append(parameter)
    }
    return result
  }
}
