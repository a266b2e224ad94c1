/// A walk from a value back to its arguments that is recorded itself, so that the gradients can be
/// differentiated again.
///
/// It runs inside of a recording, by each operation's `slopes`, and uses nothing up.
struct RecordedPass {
  /// The operations between the arguments and the value that depend on an argument, and the arguments.
  private var dependent: Set<UnsafeMutablePointer<Node.Fields>>
  private var gradients: [UnsafeMutablePointer<Node.Fields>: NDArray] = [:]
  private let arguments: [NDArray]

  private init(_ arguments: [NDArray]) {
    self.arguments = arguments
    dependent = Set(arguments.map { $0.node.fields })
  }

  /// Differentiates Σ seed · value.
  /// - Parameters:
  ///   - value: a result of operations that were recorded after `mark`
  ///   - seed: dL/d(value), of the value's shape
  ///   - arguments: arrays that nothing recorded up to `mark` has read
  ///   - mark: `Tape.lastOrder` when the arguments were made
  /// - Returns: dL/d(argument) for each argument; nil for those that the value does not depend on
  static func gradients(
    of value: NDArray, seed: NDArray, to arguments: [NDArray], after mark: Int
  ) -> [NDArray?] {
    var pass = RecordedPass(arguments)
    let nodes = pass.findDependent(on: value.node, after: mark)
    guard pass.dependent.contains(value.node.fields) else { return arguments.map { _ in nil } }
    pass.gradients[value.node.fields] = seed
    for node in nodes.reversed() {
      guard let gradient = pass.gradients.removeValue(forKey: node.fields) else { continue }
      pass.run(node, gradient)
    }
    return arguments.map { argument in
      let found = pass.gradients[argument.node.fields]
      if let found { return found }
      // Some rules know that a slope is 0 everywhere.
      return nodes.contains { $0.reads(argument.node) }
        ? NDArray.zeros(argument.shape, dtype: argument.dtype) : nil
    }
  }

  /// The dependent operations behind a node, in the order in which they were recorded.
  private mutating func findDependent(on root: Node, after mark: Int) -> [Node] {
    var (found, next) = ([root], 0)
    var seen = dependent.union([root.fields])
    if dependent.contains(root.fields) { return [] }
    while next < found.count {
      found[next].inputs?.forEach { input in
        if input.order > mark && seen.insert(input.fields).inserted { found.append(input) }
      }
      next += 1
    }
    found.sort { $0.order < $1.order }
    return found.filter { node in
      var depends = false
      node.inputs?.forEach { depends = depends || dependent.contains($0.fields) }
      if depends { dependent.insert(node.fields) }
      return depends
    }
  }

  /// Passes a node's gradient on to those of its inputs that depend on an argument.
  private mutating func run(_ node: Node, _ gradient: NDArray) {
    let call = RecordedCall(node, gradient)
    for (input, slope) in zip(call.inputs, call.slopes) {
      guard let slope, dependent.contains(input.node.fields) else { continue }
      let sum = gradients[input.node.fields]
      gradients[input.node.fields] = sum.map { $0 + slope } ?? slope
    }
  }
}

extension Node {
  /// Returns true if the operation that made this node has read another one.
  fileprivate func reads(_ other: Node) -> Bool {
    var reads = false
    inputs?.forEach { reads = reads || $0 == other }
    return reads
  }
}
