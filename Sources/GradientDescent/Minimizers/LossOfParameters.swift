extension SmoothFunction {
  /// A loss as a function of all numbers in some parameters, one parameter after another.
  ///
  /// Evaluating it writes the parameters.
  /// - Parameters:
  ///   - parameters: such as `net.parameters`, with values
  ///   - loss: computes the loss, an array of one element; it is recorded
  public convenience init(_ parameters: [Parameter], loss: @escaping () -> NDArray) {
    self.init { position in
      FlatParameters.write(position, to: parameters)
      let recorded = record(loss)
      let value = recorded.number(from: "SmoothFunction", "loss")
      for parameter in parameters { parameter.zeroGradient() }
      recorded.backward()
      return (value, FlatParameters.gradient(parameters))
    }
  }
}

extension Minimizer {
  /// Moves parameters by one step of the rule.
  ///
  ///     let rule = LBFGS(lineSearch: StrongWolfe())
  ///     let loss = rule.step(net.parameters) { squareLoss(net(features), labels).mean() }
  ///
  /// - Parameters:
  ///   - parameters: such as `net.parameters`, with values
  ///   - loss: computes the loss, an array of one element; it is called as often as the rule needs
  /// - Returns: the loss before the step
  @discardableResult
  public func step(_ parameters: [Parameter], loss: @escaping () -> NDArray) -> Double {
    let function = SmoothFunction(parameters, loss: loss)
    let start = function.evaluate(FlatParameters.read(parameters))
    let end = step(function, from: start)
    FlatParameters.write(end.position, to: parameters)
    return start.value
  }
}

/// The numbers in several parameters, one after another.
private enum FlatParameters {
  static func read(_ parameters: [Parameter]) -> [Double] {
    parameters.flatMap { $0.data.elements }
  }

  static func gradient(_ parameters: [Parameter]) -> [Double] {
    parameters.flatMap { $0.gradient?.elements ?? [Double](repeating: 0, count: $0.data.count) }
  }

  static func write(_ numbers: [Double], to parameters: [Parameter]) {
    var place = 0
    for parameter in parameters {
      parameter.update { values in
        values.makeUnique()
        for index in 0..<values.count {
          values.setElement(numbers[place], at: index)
          place += 1
        }
      }
    }
  }
}
