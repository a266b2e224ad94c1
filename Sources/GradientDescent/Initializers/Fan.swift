extension Initializer {
  /// The number of connections that the spread of first values is scaled by.
  public enum Fan: Sendable {
    /// The number of inputs of a unit: values keep their size on the way forward.
    case inputs
    /// The number of outputs of an input: gradients keep their size on the way back.
    case outputs
    /// The mean of both.
    case average

    /// The number, for a weight of shape `[units, inputs, …]`; further axes multiply both.
    func count(_ shape: Shape, _ name: String) -> Double {
      if shape.rank < 2 {
        fault(name, "a parameter of shape \(shape); expected [units, inputs], at least two axes")
      }
      let inputs = Double(shape.count) / Double(max(shape[0], 1))
      let outputs = Double(shape.count) / Double(max(shape[1], 1))
      switch self {
      case .inputs: return inputs
      case .outputs: return outputs
      case .average: return (inputs + outputs) / 2
      }
    }

    var text: String {
      switch self {
      case .inputs: "inputs"
      case .outputs: "outputs"
      case .average: "average"
      }
    }
  }

  /// The distribution that first values are drawn from; both have the same variance.
  public enum Distribution: Sendable {
    /// Uniform on [−√3σ, √3σ).
    case uniform
    /// Normal.
    case normal

    /// Independent draws with mean 0.
    /// - Parameter sigma: their standard deviation
    func draws(_ count: Int, sigma: Double, _ random: any RandomSource) -> [Double] {
      switch self {
      case .normal: return random.normals(count).map { sigma * $0 }
      case .uniform:
        let bound = 3.0.squareRoot() * sigma
        return (0..<count).map { _ in bound * (2 * random.uniform() - 1) }
      }
    }

    var text: String {
      switch self {
      case .uniform: "uniform"
      case .normal: "normal"
      }
    }
  }
}
