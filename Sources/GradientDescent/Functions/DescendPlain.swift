// Descents of functions of plain numbers, such as `func f(_ x: Double, _ y: Double) -> Double`. They have
// no recorded slopes: central differences take their place, right to about ten digits.

/// Descends a function of one plain number, its slope by central differences.
/// - Parameters:
///   - start: x at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: x to a number
/// - Returns: all iterates with their values and slopes
@_disfavoredOverload
public func descend(
  from start: Double, using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: @escaping (_ x: Double) -> Double
) -> Trajectory {
  descend(
    from: start, using: optimizer, steps: steps, learningRate: learningRate, until: stop
  ) { x in x.applying { function($0[0]) } }
}

/// Descends a function of two plain numbers, its slopes by central differences.
/// - Parameters:
///   - start: x and y at the beginning
///   - optimizer: the rule; a new one, or one that has been reset
///   - steps: the most steps to make, at least 0
///   - learningRate: η of each step, counted from 0, in place of the rule's; nil leaves it to the rule
///   - stop: whether to end at an iterate; never, unless given
///   - function: x and y to a number
/// - Returns: all iterates with their values and slopes
@_disfavoredOverload
public func descend(
  from start: [Double], using optimizer: any Optimizer, steps: Int,
  learningRate: ((_ step: Int) -> Double)? = nil, until stop: (Iterate) -> Bool = { _ in false },
  _ function: @escaping (_ x: Double, _ y: Double) -> Double
) -> Trajectory {
  if start.count != 2 {
    fault("descend", "a start of \(start.count) numbers for a function of 2 variables")
  }
  return descend(
    from: NDArray(start, dtype: .float64), using: optimizer, steps: steps,
    learningRate: learningRate, until: stop
  ) { point in point.applying { function($0[0], $0[1]) } }
}

extension NDArray {
  /// The value of a function of plain numbers at this point, with slopes by central differences.
  /// - Shape: any to `[]`
  fileprivate func applying(_ function: @escaping ([Double]) -> Double) -> NDArray {
    NDArray.operation(PlainFunction(function: function), .scalar, node)
  }
}

private struct PlainFunction: Operation {
  let function: ([Double]) -> Double

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    result.pointer(T.self)[0] = T(function(point(inputs.first, type)))
  }

  /// (f(x + h) − f(x − h))/2h for each coordinate, with h = ∛ε·max(1, |x|)
  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ gradient: Node) {
    var x = point(inputs.first, type)
    let g = Double(gradient.pointer(T.self)[0])
    inputs.first.addToGradient { (place: Int) -> T in
      let middle = x[place]
      let step = 6.055454452393343e-06 * max(1, middle.magnitude)
      let (right, left) = (middle + step, middle - step)
      x[place] = right
      let above = function(x)
      x[place] = left
      let slope = (above - function(x)) / (right - left)
      x[place] = middle
      return T(slope * g)
    }
  }

  private func point<T: Element>(_ node: Node, _ type: T.Type) -> [Double] {
    (0..<node.count).map { Double(node.pointer(T.self)[$0]) }
  }
}
