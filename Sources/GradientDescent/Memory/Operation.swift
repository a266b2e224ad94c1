/// An operation on one to three arrays: its rules in both directions, for either type of element.
///
/// Its stored properties are its settings. `NDArray.operation` chooses the type of element.
protocol Operation {
  /// Writes the result's elements.
  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node)

  /// Passes the result's gradient on to the inputs that need one.
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node)

  /// The same gradients as arrays, computed by recorded operations so that they can be differentiated
  /// again: one for each input, nil where it is 0 or has no meaning. An operation without this rule is a
  /// fault in a gradient of a gradient.
  func slopes(_ call: RecordedCall) -> [NDArray?]
}

extension Operation {
  func slopes(_ call: RecordedCall) -> [NDArray?] {
    #if hasFeature(Embedded)
      let name = "an operation"
    #else
      let name = "\(type(of: self))"
    #endif
    fault(
      "gradient",
      [.words(name), " can be differentiated only once; write it with other operations"])
  }

  @inline(__always)
  func forward(_ inputs: Inputs, _ result: Node) {
    switch result.dtype {
    case .float32: forward(Float.self, inputs, result)
    case .float64: forward(Double.self, inputs, result)
    }
  }

  @inline(__always)
  func backward(_ result: Node) {
    guard let inputs = result.inputs, let gradient = result.gradient else { return }
    switch result.dtype {
    case .float32: backward(Float.self, inputs, result, gradient)
    case .float64: backward(Double.self, inputs, result, gradient)
    }
  }
}

/// The nodes that an operation reads: one, two or three of one `dtype`.
struct Inputs: Equatable {
  let first: Node
  let second, third: Node?

  @inline(__always)
  init(_ first: Node, _ second: Node? = nil, _ third: Node? = nil) {
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// The inputs of an operation on two arrays.
  var two: (Node, Node) {
    @inline(__always) get { (first, second.unsafelyUnwrapped) }
  }

  /// The inputs of an operation on three arrays.
  var three: (Node, Node, Node) {
    @inline(__always) get { (first, second.unsafelyUnwrapped, third.unsafelyUnwrapped) }
  }

  /// True if gradients flow into any of the nodes.
  var needGradient: Bool {
    @inline(__always) get {
      first.needsGradient || second?.needsGradient ?? false || third?.needsGradient ?? false
    }
  }

  @inline(__always)
  func forEach(_ body: (Node) -> Void) {
    body(first)
    if let second { body(second) }
    if let third { body(third) }
  }
}
