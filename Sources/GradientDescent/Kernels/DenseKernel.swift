/// y = x · Wᵀ + b and its gradients, for x `[rows, inputs]`, W `[units, inputs]`, b `[units]`.
///
/// Each element of y is b + x₀w₀ + x₁w₁ + … in this order, except for few units with many inputs: there
/// it is b + a sum by `Lanes`.
enum DenseKernel {
  @inline(__always)
  static func forward<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (x, w, b) = (input.pointer(T.self), weight.pointer(T.self), bias.pointer(T.self))
    let y = result.pointer(T.self)
    if units == 1 && inputs == 2 {
      plane(x, (w[0], w[1]), b[0], y, rows)
    } else if units >= fewUnits {
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
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (x, w, dy) = (input.pointer(T.self), weight.pointer(T.self), gradient.pointer(T.self))
    if weight.needsGradient {
      let (share, adds) = weight.gradientShare()
      let dw = share.pointer(T.self)
      if units == 1 && inputs == 2 {
        // One write of both: the step that follows reads both at once.
        let slopes = planeGradient(x, dy, rows)
        (adds ? SIMD2.load(dw) + slopes : slopes).store(dw)
      } else {
        MatrixProduct.run(
          Matrix(dy, rows, units).transposed, Matrix(x, rows, inputs),
          into: Matrix(dw, units, inputs), adds: adds)
      }
    }
    if bias.needsGradient {
      let (share, adds) = bias.gradientShare()
      let db = share.pointer(T.self)
      if units == 1 {
        let sum = Lanes.sum(dy, rows)
        db[0] = adds ? db[0] + sum : sum
      } else {
        if !adds { db.update(repeating: 0, count: units) }
        for row in 0..<rows { Lanes.add(dy + row * units, times: 1, to: db, units) }
      }
    }
    if input.needsGradient {
      let (share, adds) = input.gradientShare()
      MatrixProduct.run(
        Matrix(dy, rows, units), Matrix(w, units, inputs),
        into: Matrix(share.pointer(T.self), rows, inputs), adds: adds)
    }
  }

  /// Below, matrix products would leave most of their registers empty.
  private static var fewUnits: Int { 16 }

  /// y = b + x₀u + x₁v for rows of two, 16 of them side by side.
  @inline(__always)
  private static func plane<T: Element>(
    _ x: UnsafePointer<T>, _ slopes: (T, T), _ bias: T, _ y: UnsafeMutablePointer<T>, _ rows: Int
  ) {
    typealias V = SIMD16<T>
    let (u, v, b) = (V(repeating: slopes.0), V(repeating: slopes.1), V(repeating: bias))
    var row = 0
    while row &+ 16 <= rows {
      let (first, second) = SIMD16<T>.columns(x + 2 &* row)
      (b + first * u + second * v).store(y + row)
      row &+= 16
    }
    while row < rows {
      y[row] = bias + x[2 &* row] * slopes.0 + x[2 &* row &+ 1] * slopes.1
      row &+= 1
    }
  }

  /// (Σ dyᵢxᵢ₀, Σ dyᵢxᵢ₁): 16 lanes, joined by a tree, then the rows that are left over.
  @inline(__always)
  private static func planeGradient<T: Element>(
    _ x: UnsafePointer<T>, _ dy: UnsafePointer<T>, _ rows: Int
  ) -> SIMD2<T> {
    var sums = SIMD2<T>.zero
    var row = 0
    if rows >= 16 {
      var (a, b) = (SIMD16<T>.zero, SIMD16<T>.zero)
      while row &+ 16 <= rows {
        let (p, q) = SIMD16<T>.columns(x + 2 &* row)
        let g = SIMD16<T>.load(dy + row)
        a = a + g * p
        b = b + g * q
        row &+= 16
      }
      sums = SIMD2(a.total, b.total)
    }
    while row < rows {
      sums = sums + SIMD2(repeating: dy[row]) * SIMD2.load(x + 2 &* row)
      row &+= 1
    }
    return sums
  }
}
