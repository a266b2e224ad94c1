/// A function from a row of numbers to one number, with its derivative.
protocol RowFunction {
  /// What the user wrote, for faults.
  static var name: String { get }
  /// Whether a row without numbers has a value.
  static var allowsEmptyRows: Bool { get }
  /// f(x₁, …, xₙ); `parameter` is what the operation was given.
  static func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ parameter: T) -> T
  /// What the gradient needs to know of the whole row, given also y = f(x): two numbers at most.
  static func summary<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, _ y: T, _ parameter: T
  ) -> (T, T)
  /// (∂f/∂x) · g for one element x of the row.
  static func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T
}

extension RowFunction {
  static var allowsEmptyRows: Bool { true }
  static func summary<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, _ y: T, _ parameter: T
  ) -> (T, T) { (0, 0) }
}

extension NDArray {
  /// Applies `function` to the elements along some axes.
  func reduced<F: RowFunction>(
    _ function: F.Type, _ axes: [Int]?, _ keepDimensions: Bool, parameter: Double = 0
  ) -> NDArray {
    let rows = ReducedAxes(
      F.name, self, axes, keepDimensions: keepDimensions, trailing: true)
    let length = rows.length
    if length == 0 && rows.outer > 0 && !F.allowsEmptyRows {
      fault(F.name, "there is no \(F.name) of no elements, in an array of shape \(shape)")
    }
    let input = rows.array.node
    return NDArray.operation(rows.shape, input, scalar: parameter) { result in
      switch result.dtype {
      case .float32: RowReduction.forward(F.self, Float.self, input, length, parameter, result)
      case .float64: RowReduction.forward(F.self, Double.self, input, length, parameter, result)
      }
    } backward: { result in
      switch result.dtype {
      case .float32: RowReduction.backward(F.self, Float.self, length, result)
      case .float64: RowReduction.backward(F.self, Double.self, length, result)
      }
    }
  }
}

private enum RowReduction {
  static func forward<F: RowFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ x: Node, _ length: Int, _ parameter: Double,
    _ result: Node
  ) {
    let (x, z) = (x.pointer(T.self), result.pointer(T.self))
    for row in 0..<result.count { z[row] = F.value(x + row * length, length, T(parameter)) }
  }

  static func backward<F: RowFunction, T: Element>(
    _ function: F.Type, _ type: T.Type, _ length: Int, _ result: Node
  ) {
    guard let a = result.inputs.0, let g = result.gradient, a.needsGradient else { return }
    let (gradient, adds) = a.gradientShare()
    let (z, dz) = (result.pointer(T.self), g.pointer(T.self))
    for row in 0..<result.count {
      let (x, dx) = (a.pointer(T.self) + row * length, gradient.pointer(T.self) + row * length)
      let (y, g) = (z[row], dz[row])
      let summary = F.summary(x, length, y, T(result.scalar))
      for i in 0..<length {
        let share = F.gradient(x[i], y, g, summary)
        dx[i] = adds ? dx[i] + share : share
      }
    }
  }
}
