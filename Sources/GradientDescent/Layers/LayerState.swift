/// The values of a layer or a network, as a value: taken by `net.state`, given back by `net.load(_:)`, to
/// this network or to one of the same layers.
///
///     let best = net.state
///     …
///     net.load(best)
///
/// - Source: PyTorch's `state_dict()` and `load_state_dict()`; a parameter's name is that of PyTorch,
///   `2.weight`
public struct LayerState {
  /// The parameters' names, in order.
  public let names: [String]
  /// Their values, in the same order.
  public let values: [NDArray]
  /// What the layers remember beside their parameters, such as running averages.
  let buffers: [NDArray]

  /// The values of a parameter, such as `state["0.weight"]`; nil when there is none of that name.
  public subscript(name: String) -> NDArray? {
    for (place, other) in names.enumerated() where other.utf8.elementsEqual(name.utf8) {
      return values[place]
    }
    return nil
  }
}

extension Layer {
  /// The values of all parameters and running averages, as a value; a fault before there are any.
  public var state: LayerState {
    LayerState(
      names: parameters.map { $0.place }, values: parameters.map { $0.data.detached() },
      buffers: buffers.map { $0.detached() })
  }

  /// Gives all parameters and running averages saved values.
  /// - Parameter state: of this network or of one with the same layers; a parameter of another shape or
  ///   number is a fault that names it
  public func load(_ state: LayerState) {
    let parameters = parameters
    if parameters.count != state.values.count {
      fault(
        "load",
        [
          .count(state.values.count), " arrays for ", .count(parameters.count), " parameters",
        ])
    }
    for (parameter, values) in zip(parameters, state.values) { parameter.data = values }
    buffers = state.buffers.map { $0.detached() }
  }
}

extension LayerState: CustomStringConvertible {
  /// `0.weight [64, 2], 0.bias [64]`
  public var description: String {
    var parts: [String] = []
    for (name, value) in zip(names, values) { parts.append(name + " " + value.shape.description) }
    return parts.joined(separator: ", ")
  }
}

extension Parameter {
  /// The name within the network: `2.weight`.
  fileprivate var place: String { path.map { "\($0)." }.joined() + name }
}
