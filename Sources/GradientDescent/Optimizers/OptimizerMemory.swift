/// What an optimizer remembers between steps, of all parameters.
final class OptimizerMemory {
  /// The arrays' first values; their number is the number of arrays for each parameter.
  private let firstValues: [Double]
  private let firstScalar: Double
  /// The shape of one of a parameter's arrays; nil for arrays of the parameter's own shape.
  private let shape: ((_ parameter: Shape, _ place: Int) -> Shape)?
  private var parameters: [ParameterMemory?] = []

  /// Makes an empty memory.
  /// - Parameters:
  ///   - firstValues: the first value of each of a parameter's arrays
  ///   - scalar: the first value of the number that belongs to a parameter as a whole
  ///   - shape: the shape of each of a parameter's arrays; nil is the parameter's own
  init(
    _ firstValues: [Double] = [], scalar: Double = 0,
    shape: ((_ parameter: Shape, _ place: Int) -> Shape)? = nil
  ) {
    self.firstValues = firstValues
    firstScalar = scalar
    self.shape = shape
  }

  /// Counts the next step of a parameter, and returns its memory; a fault unless the gradient fits the
  /// values.
  func beginStep(of index: Int, _ values: NDArray, _ gradient: NDArray, _ name: String)
    -> ParameterMemory
  {
    NDArray.requireSameType(name, values, gradient)
    if values.shape != gradient.shape {
      fault(name, "a gradient of shape \(gradient.shape) for values of shape \(values.shape)")
    }
    let memory = memory(of: index, like: values, name)
    memory.step += 1
    return memory
  }

  /// Returns a parameter's memory, which is made at its first step.
  func memory(of index: Int, like values: NDArray, _ name: String) -> ParameterMemory {
    if index < parameters.count, let memory = parameters[index] {
      if memory.shape == values.shape && memory.dtype == values.dtype { return memory }
      fault(
        name,
        "parameter \(index) was a \(memory.dtype) array of shape \(memory.shape) and is now a "
          + "\(values.dtype) array of shape \(values.shape)")
    }
    return begin(index, values)
  }

  /// Returns a parameter's memory; nil before its first step.
  func memory(of index: Int) -> ParameterMemory? {
    index < parameters.count ? parameters[index] : nil
  }

  /// Visits the memory of each parameter that has moved.
  func forEach(_ visit: (ParameterMemory) -> Void) {
    for memory in parameters { if let memory { visit(memory) } }
  }

  /// Forgets everything.
  func removeAll() { parameters = [] }

  @inline(never)
  private func begin(_ index: Int, _ values: NDArray) -> ParameterMemory {
    while parameters.count <= index { parameters.append(nil) }
    var arrays: [NDArray] = []
    for (place, value) in firstValues.enumerated() {
      let shape = shape?(values.shape, place) ?? values.shape
      arrays.append(.full(shape, value, dtype: values.dtype))
    }
    let memory = ParameterMemory(values.shape, values.dtype, arrays, firstScalar)
    parameters[index] = memory
    return memory
  }

  /// All of it as a value.
  var entries: [OptimizerState.Entry?] {
    get {
      parameters.map { memory in
        memory.map {
          OptimizerState.Entry(
            step: $0.step, scalar: $0.scalar, arrays: $0.arrays.map { $0.detached() },
            shape: $0.shape, dtype: $0.dtype)
        }
      }
    }
    set {
      parameters = newValue.map { entry in
        entry.map {
          let arrays = $0.arrays.map { $0.detached() }
          let memory = ParameterMemory($0.shape, $0.dtype, arrays, $0.scalar)
          memory.step = $0.step
          return memory
        }
      }
    }
  }

  /// The number of arrays that it keeps for each parameter.
  var arrayCount: Int { firstValues.count }
}

/// What an optimizer remembers between steps, of one parameter.
final class ParameterMemory {
  /// The steps that the parameter has made.
  var step = 0
  /// Arrays of the parameter's type and, most often, shape; written in place.
  let arrays: [NDArray]
  /// A number that belongs to the parameter as a whole.
  var scalar: Double
  /// The parameter's shape.
  let shape: Shape
  /// The parameter's type.
  let dtype: DType

  init(_ shape: Shape, _ dtype: DType, _ arrays: [NDArray], _ scalar: Double) {
    self.arrays = arrays
    self.scalar = scalar
    self.shape = shape
    self.dtype = dtype
  }
}
