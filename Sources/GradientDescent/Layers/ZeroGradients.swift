extension NDArray {
  /// Sets the gradient to zero, if there is one. Whoever has kept the old one keeps its numbers.
  public func zeroGradient() {
    if node.gradient != nil { node.makeGradient().fill(0) }
  }
}

extension Layer {
  /// True if each `backward()` adds to the gradients of all parameters instead of replacing them, for
  /// several batches before one step. With it, `zeroGradients()` starts anew.
  ///
  /// It can be set as soon as the parameters have values; values that `initialize` gives later start
  /// with gradients that are replaced.
  public var accumulatesGradients: Bool {
    get { parameters.allSatisfy { $0.accumulatesGradient } }
    set { for parameter in parameters { parameter.accumulatesGradient = newValue } }
  }

  /// Sets the gradients of all parameters to zero.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }
}
