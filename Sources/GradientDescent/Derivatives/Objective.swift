/// A number that depends on others, with its exact gradient: what checks and second derivatives work
/// on.
protocol Objective {
  /// f(x)
  func value(at point: [Double]) -> Double
  /// ∇f(x)
  func gradient(at point: [Double]) -> [Double]
  /// Rounds a number to the type in which the point stores its element at `place`.
  func rounded(_ number: Double, at place: Int) -> Double
}

/// The sum of a function of one array.
struct ArrayObjective: Objective {
  let function: (NDArray) -> NDArray
  let shape: Shape
  let dtype: DType

  func value(at point: [Double]) -> Double {
    noGradient { function(NDArray(point, shape: shape, dtype: dtype)) }.total
  }

  func gradient(at point: [Double]) -> [Double] {
    var array = NDArray(point, shape: shape, dtype: dtype)
    array.attachGradient()
    record { function(array).sum() }.backward(from: "gradient")
    guard let gradient = array.gradient else { LostRecord.fault("gradient") }
    return gradient.elements
  }

  func rounded(_ number: Double, at place: Int) -> Double {
    dtype == .float32 ? Double(Float(number)) : number
  }
}

/// The sum of a loss that depends on parameters. Their own arrays are put aside, gradients included,
/// until `restore`.
struct ParameterObjective: Objective {
  let parameters: [Parameter]
  let loss: () -> NDArray
  private let own: [NDArray]

  init(parameters: [Parameter], loss: @escaping () -> NDArray) {
    self.parameters = parameters
    self.loss = loss
    own = parameters.map { $0.data }
  }

  /// The parameters' own numbers, one parameter after another.
  var point: [Double] { own.flatMap { $0.elements } }

  func value(at point: [Double]) -> Double {
    put(point)
    return noGradient { loss() }.total
  }

  func gradient(at point: [Double]) -> [Double] {
    put(point)
    record { loss().sum() }.backward(from: "gradient")
    return parameters.flatMap { parameter in
      parameter.gradient?.elements ?? [Double](repeating: 0, count: parameter.data.count)
    }
  }

  func rounded(_ number: Double, at place: Int) -> Double {
    own.first?.dtype == .float32 ? Double(Float(number)) : number
  }

  /// Gives the parameters their own arrays back.
  func restore() {
    for (parameter, array) in zip(parameters, own) { parameter.update { $0 = array } }
  }

  private func put(_ point: [Double]) {
    var start = 0
    for (parameter, array) in zip(parameters, own) {
      let elements = Array(point[start..<start + array.count])
      var values = NDArray(elements, shape: array.shape, dtype: array.dtype)
      values.attachGradient()
      parameter.update { $0 = values }
      start += array.count
    }
  }
}

extension NDArray {
  /// Σ x in double precision.
  fileprivate var total: Double { elements.reduce(0, +) }

  /// Differentiates a function's value; a fault of `operation` if it was not recorded.
  func backward(from operation: String) {
    if !node.needsGradient || node.isLeaf { LostRecord.fault(operation) }
    backward()
  }

  /// The number that is a function's value; a fault of `operation` if there is not exactly one.
  /// - Parameter what: the value's name in the fault
  func number(from operation: String, _ what: String = "function's value") -> Double {
    if count != 1 { fault(operation, "the \(what) has the shape \(shape); expected one number") }
    return item()
  }
}
