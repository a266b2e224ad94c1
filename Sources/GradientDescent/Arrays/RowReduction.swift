/// A function from a row of numbers to one number, with its derivative.
protocol RowFunction: Operation {
  /// The function that the user called, for faults.
  var name: String { get }
  /// True if a row without numbers has a value.
  var allowsEmptyRows: Bool { get }
  /// f(x₁, …, xₙ)
  func value<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T
  /// Up to two numbers of the whole row that its gradient needs, given also y = f(x).
  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T)
  /// (∂f/∂x) · g for one element x of the row.
  func gradient<T: Element>(_ x: T, _ y: T, _ g: T, _ summary: (T, T)) -> T
  /// The same for all rows at once, by operations that can be differentiated again.
  /// - Shape: x `[rows, length]`, y and g `[rows, 1]`, to the shape of x
  func slope(_ x: NDArray, _ y: NDArray, _ g: NDArray) -> NDArray
}

extension RowFunction {
  var allowsEmptyRows: Bool { true }
  func summary<T: Element>(_ x: UnsafePointer<T>, _ count: Int, _ y: T) -> (T, T) { (0, 0) }

  func forward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node) {
    let (x, z) = (inputs.first.pointer(T.self), result.pointer(T.self))
    let length = inputs.first.count / max(result.count, 1)
    for row in 0..<result.count { z[row] = value(x + row * length, length) }
  }

  func backward<T: Element>(_ type: T.Type, _ inputs: Inputs, _ result: Node, _ g: Node) {
    let x = inputs.first
    guard x.needsGradient else { return }
    let (share, adds) = x.gradientShare()
    let (z, dz) = (result.pointer(T.self), g.pointer(T.self))
    let length = x.count / max(result.count, 1)
    for row in 0..<result.count {
      let (x, dx) = (x.pointer(T.self) + row * length, share.pointer(T.self) + row * length)
      let (y, g) = (z[row], dz[row])
      let summary = summary(x, length, y)
      for i in 0..<length {
        let share = gradient(x[i], y, g, summary)
        dx[i] = adds ? dx[i] + share : share
      }
    }
  }

  func slopes(_ call: RecordedCall) -> [NDArray?] {
    let (x, rows) = (call.inputs[0], call.result.count)
    let column = Shape(rows, 1)
    let table = x.reshaped(Shape(rows, x.count / max(rows, 1)))
    let slope = slope(table, call.result.reshaped(column), call.gradient.reshaped(column))
    return [slope.reshaped(x.shape)]
  }
}

extension NDArray {
  /// Applies a function to the elements along some axes.
  func reduced(_ f: some RowFunction, _ axes: [Int]?, _ keepDimensions: Bool) -> NDArray {
    let rows = ReducedAxes(f.name, self, axes, keepDimensions: keepDimensions, trailing: true)
    if rows.length == 0 && rows.outer > 0 && !f.allowsEmptyRows {
      fault(f.name, "there is no \(f.name) of no elements, in an array of shape \(shape)")
    }
    return withExtendedLifetime(rows.array) {
      NDArray.operation(f, rows.shape, rows.array.node)
    }
  }
}
