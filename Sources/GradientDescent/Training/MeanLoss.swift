/// A loss that is a mean already: a step by its gradient must not divide by the batch size again.
enum MeanLoss {
  /// Returns true if the last backward pass began at the mean of a batch: at one number in which each of
  /// several examples has the same share, 1/n or ½/n.
  /// - Parameters:
  ///   - parameter: one that the pass has reached
  ///   - batchSize: the number of examples, of which n is a multiple
  static func isBehind(_ parameter: Parameter, batchSize: Int) -> Bool {
    guard batchSize > 1, let root = Tape.last, root.count == 1, root.isSpent else { return false }
    let pass = parameter.data.node.gradientPass
    return root.gradientPass == pass && isMean(root, of: batchSize, pass)
  }

  private static func isMean(_ node: Node, of batchSize: Int, _ pass: Int) -> Bool {
    guard let inputs = node.inputs else { return false }
    var found = false
    inputs.forEach { input in
      if found || input.isLeaf || input.gradientPass != pass { return }
      if input.count == 1 {
        found = isMean(input, of: batchSize, pass)
      } else if input.count % batchSize == 0, let share = input.gradient?.commonElement {
        let whole = share * Double(input.count)
        found = (whole - 1).magnitude < 1e-3 || (whole - 0.5).magnitude < 1e-3
      }
    }
    return found
  }
}

extension Node {
  /// The element that all others equal; nil where they differ.
  fileprivate var commonElement: Double? {
    let array = (0..<count).lazy.map { element(at: $0) }
    guard let first = array.first, array.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func element(at index: Int) -> Double {
    switch dtype {
    case .float32: Double(pointer(Float.self)[index])
    case .float64: pointer(Double.self)[index]
    }
  }
}
