/// y = x · Wᵀ + b and its gradients, for x `[rows, inputs]`, W `[units, inputs]`, b `[units]`.
///
/// Each element of y is b + x₀w₀ + x₁w₁ + … in this order, except for few units with many inputs: there
/// it is b + a sum by `Lanes`.
enum DenseKernel {
  @inline(__always)
  static func forward<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    if weight.isPlane {
      PlaneKernel.forward(T.self, input, weight, bias, result)
    } else {
      forwardOfMany(T.self, input, weight, bias, result)
    }
  }

  @inline(never)
  private static func forwardOfMany<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (x, w, b) = (input.pointer(T.self), weight.pointer(T.self), bias.pointer(T.self))
    let y = result.pointer(T.self)
    if units >= fewUnits {
      for row in 0..<rows { (y + row &* units).update(from: b, count: units) }
      MatrixProduct.run(
        Matrix(x, rows, inputs), Matrix(w, units, inputs).transposed,
        into: Matrix(y, rows, units), adds: true)
    } else {
      for row in 0..<rows {
        for unit in 0..<units {
          y[row * units + unit] = b[unit] + Lanes.dot(x + row * inputs, w + unit * inputs, inputs)
        }
      }
    }
  }

  /// dW = dYᵀ · x, db = Σ dY over the rows, dx = dY · W
  @inline(__always)
  static func backward<T: Element>(_ type: T.Type, _ result: Node) {
    guard let input = result.inputs.0, let weight = result.inputs.1, let bias = result.inputs.2,
      let gradient = result.gradient
    else { return }
    if weight.isPlane && weight.needsGradient {
      PlaneKernel.backward(T.self, input, weight, gradient)
    } else if weight.needsGradient {
      backward(T.self, input, toWeight: weight, gradient)
    }
    if bias.needsGradient {
      let (share, adds) = bias.gradientShare()
      if bias.count == 1 {
        let (db, sum) = (share.pointer(T.self), Lanes.sum(gradient.pointer(T.self), gradient.count))
        db[0] = adds ? db[0] + sum : sum
      } else {
        backward(T.self, toBias: share, gradient, adds: adds)
      }
    }
    if input.needsGradient { backward(T.self, toInput: input, weight, gradient) }
  }

  @inline(never)
  private static func backward<T: Element>(
    _ type: T.Type, _ input: Node, toWeight weight: Node, _ gradient: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (share, adds) = weight.gradientShare()
    MatrixProduct.run(
      Matrix(gradient.pointer(T.self), rows, units).transposed,
      Matrix(input.pointer(T.self), rows, inputs),
      into: Matrix(share.pointer(T.self), units, inputs), adds: adds)
  }

  @inline(never)
  private static func backward<T: Element>(
    _ type: T.Type, toBias share: Node, _ gradient: Node, adds: Bool
  ) {
    let (rows, units) = (gradient.shape.first, gradient.shape.second)
    let (dy, db) = (gradient.pointer(T.self), share.pointer(T.self))
    if !adds { db.update(repeating: 0, count: units) }
    for row in 0..<rows { Lanes.add(dy + row * units, times: 1, to: db, units) }
  }

  @inline(never)
  private static func backward<T: Element>(
    _ type: T.Type, toInput input: Node, _ weight: Node, _ gradient: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (share, adds) = input.gradientShare()
    MatrixProduct.run(
      Matrix(gradient.pointer(T.self), rows, units), Matrix(weight.pointer(T.self), units, inputs),
      into: Matrix(share.pointer(T.self), rows, inputs), adds: adds)
  }

  /// Below, matrix products would leave most of their registers empty.
  private static var fewUnits: Int { 16 }
}

extension Node {
  /// Whether this is the weight of one unit with two inputs: then the layer is a plane.
  @inline(__always)
  fileprivate var isPlane: Bool { shape.first == 1 && shape.second == 2 }
}
