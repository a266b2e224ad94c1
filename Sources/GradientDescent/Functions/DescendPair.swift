/// Descends a function of two variables from a pair of numbers: `from: (-5, -2)`.
/// - Parameters:
///   - start: x and y at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: x and y, both scalars, to one number
/// - Returns: all iterates with their values and slopes
public func descend(
  from start: (Double, Double), using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: (_ x: NDArray, _ y: NDArray) -> NDArray
) -> Trajectory {
  descend(
    from: [start.0, start.1], using: optimizer, steps: steps, learningRate: learningRate,
    until: stop, function)
}
