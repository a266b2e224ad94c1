// The one-line way down a function:
//
//     let run = descend(from: [-5, -2], using: SGD(learningRate: 0.4), steps: 20) { x, y in
//       0.1 * x.square() + 2 * y.square()
//     }
//
// Starting points given as numbers are float64, unlike arrays elsewhere: what a descent shows is
// arithmetic against theory, such as a rate that holds over fifty powers of ten, and float32 would
// end it after seven digits. To see float32's own behaviour, start from an `NDArray` of that type.

/// Descends a function of one variable.
/// - Parameters:
///   - start: x at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: x, a scalar, to one number
/// - Returns: all iterates with their values and slopes
public func descend(
  from start: Double, using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ x: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: NDArray(start, dtype: .float64), using: optimizer, steps: steps,
    learningRate: learningRate, until: stop, function)
}

/// Descends a function of two variables.
/// - Parameters:
///   - start: x and y at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: x and y, both scalars, to one number
/// - Returns: all iterates with their values and slopes
public func descend(
  from start: [Double], using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ x: NDArray, _ y: NDArray) -> NDArray
) -> Trajectory {
  if start.count != 2 {
    fault("descend", "a start of \(start.count) numbers for a function of 2 variables")
  }
  return descend(
    from: start, using: optimizer, steps: steps, learningRate: learningRate, until: stop
  ) { point in function(point.coordinate(0), point.coordinate(1)) }
}

/// Descends a function of many variables.
/// - Parameters:
///   - start: the coordinates at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: a point of shape `[start.count]` to one number
/// - Returns: all iterates with their values and slopes
public func descend(
  from start: [Double], using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ point: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: NDArray(start, dtype: .float64), using: optimizer, steps: steps,
    learningRate: learningRate, until: stop, function)
}

/// Descends a function that is known by name, such as `.rosenbrock`.
/// - Parameters:
///   - landscape: the function
///   - start: one number for each variable
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
/// - Returns: all iterates with their values and slopes
public func descend(
  _ landscape: Landscape, from start: [Double], using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false }
) -> Trajectory {
  descend(
    from: start, using: optimizer, steps: steps, learningRate: learningRate, until: stop
  ) { point in landscape(point) }
}

/// Descends a function of one variable that is known by name, such as `.cosineWave`.
/// - Parameters:
///   - landscape: the function
///   - start: x at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
/// - Returns: all iterates with their values and slopes
public func descend(
  _ landscape: Landscape, from start: Double, using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false }
) -> Trajectory {
  descend(
    landscape, from: [start], using: optimizer, steps: steps, learningRate: learningRate,
    until: stop)
}

/// Descends a function of an array of any shape, in the array's own type.
///
/// The function is called once for each iterate, the last one included; a function that draws noise
/// gives each iterate a slope of its own.
/// - Parameters:
///   - start: the array at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: an array of the start's shape to one number
/// - Returns: all iterates with their values and slopes
@_disfavoredOverload
public func descend(
  from start: NDArray, using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ point: NDArray) -> NDArray
) -> Trajectory {
  if steps < 0 { fault("descend", "\(steps) steps; at least 0 are needed") }
  OptimizerUse.begin(optimizer, "descend")
  let parameter = Parameter(name: "point")
  parameter.data = start
  var trajectory = Trajectory()
  for step in 0...steps {
    let value = record { function(parameter.data) }
    let number = value.number(from: "descend")
    value.backward()
    trajectory.append(
      point: parameter.data.elements, value: number,
      gradient: parameter.gradient?.elements ?? [])
    if step == steps || stop(trajectory[step]) { break }
    if let learningRate {
      let rate = learningRate(step)
      Settings.requireLearningRate("descend", rate)
      optimizer.learningRate = rate
    }
    if !parameter.takeFreshness() {
      fault("descend", "the function's value does not depend on the point")
    }
    optimizer.step(parameter, batchSize: 1, index: 0)
  }
  return trajectory
}
