// Descents whose learning rate is a schedule: `learningRate: .cosine(from: 1, over: 20)`. It holds in
// place of the rule's own rate.

/// Descends a function of one variable with the rates of a schedule.
/// - Parameter learningRate: η of each step, such as `.exponential(from: 1, factor: 0.9)`
@_disfavoredOverload
public func descend(
  from start: Double, using optimizer: any Optimizer, steps: Int, learningRate: StepSchedule,
  until stop: (Iterate) -> Bool = { _ in false }, _ function: (_ x: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: start, using: optimizer, steps: steps,
    learningRate: learningRate.rates(optimizer), until: stop, function)
}

/// Descends a function of two variables with the rates of a schedule.
/// - Parameter learningRate: η of each step, such as `.exponential(from: 1, factor: 0.9)`
@_disfavoredOverload
public func descend(
  from start: [Double], using optimizer: any Optimizer, steps: Int, learningRate: StepSchedule,
  until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ x: NDArray, _ y: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: start, using: optimizer, steps: steps,
    learningRate: learningRate.rates(optimizer), until: stop, function)
}

/// Descends a function of many variables with the rates of a schedule.
/// - Parameter learningRate: η of each step, such as `.exponential(from: 1, factor: 0.9)`
@_disfavoredOverload
public func descend(
  from start: [Double], using optimizer: any Optimizer, steps: Int, learningRate: StepSchedule,
  until stop: (Iterate) -> Bool = { _ in false }, _ function: (_ point: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: start, using: optimizer, steps: steps,
    learningRate: learningRate.rates(optimizer), until: stop, function)
}

/// Descends a function that is known by name with the rates of a schedule.
/// - Parameter learningRate: η of each step, such as `.exponential(from: 1, factor: 0.9)`
@_disfavoredOverload
public func descend(
  _ landscape: Landscape, from start: [Double], using optimizer: any Optimizer, steps: Int,
  learningRate: StepSchedule, until stop: (Iterate) -> Bool = { _ in false }
) -> Trajectory {
  descend(
    landscape, from: start, using: optimizer, steps: steps,
    learningRate: learningRate.rates(optimizer), until: stop)
}

extension Schedule where Unit == PerStep {
  /// The rate of each step; factors multiply the rate that the rule has now.
  fileprivate func rates(_ optimizer: any Optimizer) -> (Int) -> Double {
    let base = isFactor ? optimizer.learningRate : 1
    return { base * rate(step: $0) }
  }
}
