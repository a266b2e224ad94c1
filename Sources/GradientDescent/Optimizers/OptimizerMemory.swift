/// What an optimizer remembers of each parameter between steps.
final class OptimizerMemory {
  /// The arrays' first values; their number is the number of arrays for each parameter.
  private let firstValues: [Double]
  private let firstScalar: Double
  private var pasts: [OptimizerPast?] = []

  /// Makes an empty memory.
  /// - Parameters:
  ///   - firstValues: what each of a parameter's arrays is filled with at first
  ///   - scalar: the first value of the number that belongs to a parameter as a whole
  init(_ firstValues: [Double] = [], scalar: Double = 0) {
    self.firstValues = firstValues
    firstScalar = scalar
  }

  /// What is remembered of a parameter at the beginning of its next step; a fault unless the gradient
  /// fits the values.
  func beginStep(of index: Int, _ values: NDArray, _ gradient: NDArray, _ name: String)
    -> OptimizerPast
  {
    NDArray.requireSameType(name, values, gradient)
    if values.shape != gradient.shape {
      fault(name, "a gradient of shape \(gradient.shape) for values of shape \(values.shape)")
    }
    let past = past(of: index, like: values, name)
    past.step += 1
    return past
  }

  /// What is remembered of a parameter; made at its first step.
  func past(of index: Int, like values: NDArray, _ name: String) -> OptimizerPast {
    if index < pasts.count, let past = pasts[index] {
      if past.shape == values.shape && past.dtype == values.dtype { return past }
      fault(
        name,
        "parameter \(index) was a \(past.dtype) array of shape \(past.shape) and is now a "
          + "\(values.dtype) array of shape \(values.shape)")
    }
    return begin(index, values)
  }

  /// What is remembered of a parameter, if it has moved yet.
  func past(of index: Int) -> OptimizerPast? { index < pasts.count ? pasts[index] : nil }

  /// Visits what is remembered of each parameter that has moved.
  func forEach(_ visit: (OptimizerPast) -> Void) {
    for past in pasts { if let past { visit(past) } }
  }

  @inline(never)
  private func begin(_ index: Int, _ values: NDArray) -> OptimizerPast {
    while pasts.count <= index { pasts.append(nil) }
    let arrays = firstValues.map { NDArray.full(values.shape, $0, dtype: values.dtype) }
    let past = OptimizerPast(values, arrays, firstScalar)
    pasts[index] = past
    return past
  }
}

/// What an optimizer remembers of one parameter.
final class OptimizerPast {
  /// The steps that the parameter has made.
  var step = 0
  /// Arrays of the parameter's shape and type, written in place.
  let arrays: [NDArray]
  /// A number that belongs to the parameter as a whole.
  var scalar: Double
  let shape: Shape
  let dtype: DType

  init(_ values: NDArray, _ arrays: [NDArray], _ scalar: Double) {
    self.arrays = arrays
    self.scalar = scalar
    shape = values.shape
    dtype = values.dtype
  }
}
