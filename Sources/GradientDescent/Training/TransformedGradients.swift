/// The gradients of one step in arrays that transforms may write, kept from step to step.
struct TransformedGradients {
  private var gradients: [NDArray] = []
  private var parameters: [Parameter] = []
  private var places: [Int] = []

  mutating func removeAll() {
    parameters.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Adds a copy of a gradient, divided by the batch size.
  mutating func add(
    _ gradient: NDArray, dividedBy batchSize: Int, of parameter: Parameter, _ index: Int
  ) {
    if gradients.count == parameters.count { gradients.append(.zeros([0])) }
    gradients[parameters.count].assign(gradient, dividedBy: Double(batchSize))
    parameters.append(parameter)
    places.append(index)
  }

  mutating func apply(_ transforms: [GradientTransform]) {
    if gradients.count > parameters.count {
      gradients.removeLast(gradients.count - parameters.count)
    }
    for transform in transforms {
      transform.apply(&gradients, parameters)
      requireShapes(after: transform)
    }
  }

  private func requireShapes(after transform: GradientTransform) {
    if gradients.count != parameters.count {
      fault(transform.name, "\(gradients.count) gradients for \(parameters.count) parameters")
    }
  }

  /// A fault if a gradient has an element that is nan or infinite.
  func requireFinite(step: Int) {
    for (place, gradient) in gradients.enumerated() where !gradient.isFinite {
      fault(
        "step",
        "the gradient of \(parameters[place].label), parameter \(places[place]), is not finite at step "
          + "\(step)")
    }
  }

  func update(_ optimizer: any Optimizer, _ groups: GroupSettings) {
    for (place, parameter) in parameters.enumerated() {
      groups.apply(places[place], parameter, to: optimizer) {
        parameter.move {
          optimizer.update(&$0, gradient: gradients[place], index: places[place])
        }
      }
    }
  }
}

extension NDArray {
  /// True if no element is nan or infinite.
  fileprivate var isFinite: Bool { (0..<count).allSatisfy { element(at: $0).isFinite } }
}
