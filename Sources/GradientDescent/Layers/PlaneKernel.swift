/// A dense layer with one unit and two inputs, a plane: y = b + x₀u + x₁v.
///
/// This is linear regression as the chapters train it. By way of the general products, the seed's five
/// calls take five times as long (`gradbook-bench`).
enum PlaneKernel {
  @inline(__always)
  static func forward<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ bias: Node, _ result: Node
  ) {
    let (x, w, b) = (input.pointer(T.self), weight.pointer(T.self), bias.pointer(T.self))
    plane(x, (w[0], w[1]), b[0], result.pointer(T.self), result.count)
  }

  /// (du, dv) = (Σ dyᵢxᵢ₀, Σ dyᵢxᵢ₁)
  @inline(__always)
  static func backward<T: Element>(
    _ type: T.Type, _ input: Node, _ weight: Node, _ gradient: Node
  ) {
    let (share, adds) = weight.gradientShare()
    let dw = share.pointer(T.self)
    // One write of both: the step that follows reads both at once.
    let slopes = planeGradient(input.pointer(T.self), gradient.pointer(T.self), gradient.count)
    (adds ? SIMD2.load(dw) + slopes : slopes).store(dw)
  }

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
    if row &+ 8 <= rows {
      let pairs = V.load(x + 2 &* row)
      (b.lowHalf + pairs.evenHalf * u.lowHalf + pairs.oddHalf * v.lowHalf).store(y + row)
      row &+= 8
    }
    while row < rows {
      y[row] = bias + x[2 &* row] * slopes.0 + x[2 &* row &+ 1] * slopes.1
      row &+= 1
    }
  }

  /// (Σ dyᵢxᵢ₀, Σ dyᵢxᵢ₁): 16 lanes, joined by a tree, then the rows that are left over. From 1,024 rows
  /// on, blocks of 512 are summed like that, and joined by a tree, too.
  @inline(__always)
  private static func planeGradient<T: Element>(
    _ x: UnsafePointer<T>, _ dy: UnsafePointer<T>, _ rows: Int
  ) -> SIMD2<T> {
    rows < 1024 ? blockGradient(x, dy, rows) : manyRowsGradient(x, dy, rows)
  }

  @inline(never)
  private static func manyRowsGradient<T: Element>(
    _ x: UnsafePointer<T>, _ dy: UnsafePointer<T>, _ rows: Int
  ) -> SIMD2<T> {
    var (first, second) = (PairwiseSum<T>(), PairwiseSum<T>())
    for row in stride(from: 0, to: rows, by: 512) {
      let sums = blockGradient(x + 2 &* row, dy + row, min(512, rows &- row))
      first.add(sums[0])
      second.add(sums[1])
    }
    return SIMD2(first.total, second.total)
  }

  @inline(__always)
  private static func blockGradient<T: Element>(
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
