/// y = x · Wᵀ + b and its gradients, for x `[rows, inputs]`, W `[units, inputs]`, b `[units]`.
///
/// Each element of y is b + x₀w₀ + x₁w₁ + … in this order when there is one unit with few inputs
/// (then 16 rows go side by side), and b + a sum by `Lanes` otherwise.
enum DenseKernel {
  static func forward<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    let (rows, inputs, units) = (input.shape.first, input.shape.second, weight.shape.first)
    let (x, w, b) = (input.pointer(T.self), weight.pointer(T.self), bias.pointer(T.self))
    let y = result.pointer(T.self)
    if units == 1 && inputs == 2 {
      plane(x, w[0], w[1], b[0], y, rows)
    } else {
      for row in 0..<rows {
        for unit in 0..<units {
          y[row * units + unit] = b[unit] + Lanes.dot(x + row * inputs, w + unit * inputs, inputs)
        }
      }
    }
  }

  /// dW = dYᵀ · x, db = Σ dY over the rows, dx = dY · W
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
        let (a, b) = planeGradient(x, dy, rows)
        dw[0] = adds ? dw[0] + a : a
        dw[1] = adds ? dw[1] + b : b
      } else {
        if !adds { dw.update(repeating: 0, count: units * inputs) }
        for row in 0..<rows {
          for unit in 0..<units {
            Lanes.add(
              x + row * inputs, times: dy[row * units + unit], to: dw + unit * inputs, inputs)
          }
        }
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
      let dx = share.pointer(T.self)
      if !adds { dx.update(repeating: 0, count: rows * inputs) }
      for row in 0..<rows {
        for unit in 0..<units {
          Lanes.add(w + unit * inputs, times: dy[row * units + unit], to: dx + row * inputs, inputs)
        }
      }
    }
  }

  /// y = b + x₀u + x₁v for rows of two.
  @inline(__always)
  private static func plane<T: Element>(
    _ x: UnsafePointer<T>, _ u: T, _ v: T, _ b: T, _ y: UnsafeMutablePointer<T>, _ rows: Int
  ) {
    var row = 0
    while row &+ Lanes.width <= rows {
      let (first, second) = columns(x + 2 &* row)
      Lanes.store(b + first * u + second * v, y + row)
      row &+= Lanes.width
    }
    while row < rows {
      y[row] = b + x[2 &* row] * u + x[2 &* row &+ 1] * v
      row &+= 1
    }
  }

  /// (Σ dyᵢxᵢ₀, Σ dyᵢxᵢ₁), summed as `Lanes` does.
  @inline(__always)
  private static func planeGradient<T: Element>(
    _ x: UnsafePointer<T>, _ dy: UnsafePointer<T>, _ rows: Int
  ) -> (T, T) {
    var (first, second) = (T.zero, T.zero)
    var row = 0
    if rows >= Lanes.width {
      var (a, b) = (SIMD16<T>.zero, SIMD16<T>.zero)
      while row &+ Lanes.width <= rows {
        let (p, q) = columns(x + 2 &* row)
        let g = Lanes.load(dy + row)
        a += g * p
        b += g * q
        row &+= Lanes.width
      }
      (first, second) = (Lanes.total(a), Lanes.total(b))
    }
    while row < rows {
      first += dy[row] * x[2 &* row]
      second += dy[row] * x[2 &* row &+ 1]
      row &+= 1
    }
    return (first, second)
  }

  /// The two columns of 16 rows of two.
  @inline(__always)
  private static func columns<T: Element>(_ x: UnsafePointer<T>) -> (SIMD16<T>, SIMD16<T>) {
    let pairs = UnsafeRawPointer(x).loadUnaligned(as: SIMD32<T>.self)
    return (pairs.evenHalf, pairs.oddHalf)
  }
}
