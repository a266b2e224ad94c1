/// An optimizer's state between steps, for all parameters.
final class OptimizerState {
  /// The arrays' first values; their number is the number of arrays for each parameter.
  private let firstValues: [Double]
  private let firstScalar: Double
  private var states: [ParameterState?] = []

  /// Makes an empty state.
  /// - Parameters:
  ///   - firstValues: the first value of each of a parameter's arrays
  ///   - scalar: the first value of the number that belongs to a parameter as a whole
  init(_ firstValues: [Double] = [], scalar: Double = 0) {
    self.firstValues = firstValues
    firstScalar = scalar
  }

  /// Counts the next step of a parameter, and returns its state; a fault unless the gradient fits the
  /// values.
  func beginStep(of index: Int, _ values: NDArray, _ gradient: NDArray, _ name: String)
    -> ParameterState
  {
    NDArray.requireSameType(name, values, gradient)
    if values.shape != gradient.shape {
      fault(name, "a gradient of shape \(gradient.shape) for values of shape \(values.shape)")
    }
    let state = state(of: index, like: values, name)
    state.step += 1
    return state
  }

  /// Returns a parameter's state, which is made at its first step.
  func state(of index: Int, like values: NDArray, _ name: String) -> ParameterState {
    if index < states.count, let state = states[index] {
      if state.shape == values.shape && state.dtype == values.dtype { return state }
      fault(
        name,
        "parameter \(index) was a \(state.dtype) array of shape \(state.shape) and is now a "
          + "\(values.dtype) array of shape \(values.shape)")
    }
    return begin(index, values)
  }

  /// Returns a parameter's state; nil before its first step.
  func state(of index: Int) -> ParameterState? { index < states.count ? states[index] : nil }

  /// Visits the state of each parameter that has moved.
  func forEach(_ visit: (ParameterState) -> Void) {
    for state in states { if let state { visit(state) } }
  }

  @inline(never)
  private func begin(_ index: Int, _ values: NDArray) -> ParameterState {
    while states.count <= index { states.append(nil) }
    let arrays = firstValues.map { NDArray.full(values.shape, $0, dtype: values.dtype) }
    let state = ParameterState(values, arrays, firstScalar)
    states[index] = state
    return state
  }
}

/// An optimizer's state between steps, for one parameter.
final class ParameterState {
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
