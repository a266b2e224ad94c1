/// The innermost loop of every matrix product: a tile of 4 rows and two registers of columns, kept in
/// registers while k runs.
///
/// Each element is a sum over k in order, c + a₀b₀ + a₁b₁ + …, whatever the width of the registers:
/// the tile's shape changes the speed and no bit.
enum MatrixTile<T: Element> {
  /// The rows of a tile.
  static var rows: Int { 4 }

  /// The columns of a tile.
  static var columns: Int {
    @inline(__always) get { 2 &* T.Register.scalarCount }
  }

  /// C += A·B for one tile.
  /// - Parameters:
  ///   - a: four rows, from one to the next as `aRows` says, neighbours in k `aStep` apart
  ///   - b: k rows of `columns` numbers, one after another
  ///   - c: the tile's place in the result
  ///   - cStride: from one row of the result to the next
  ///   - count: the length of the sums
  ///   - adds: whether the sums go on from what `c` holds, or begin at 0
  @inline(__always)
  static func multiply(
    _ a: UnsafePointer<T>, _ aRows: (Int, Int, Int), aStep: Int, _ b: UnsafePointer<T>,
    _ c: UnsafeMutablePointer<T>, cStride: Int, count: Int, adds: Bool
  ) {
    typealias V = T.Register
    let width = V.scalarCount
    var (p0, p1, p2, p3, q0, q1, q2, q3) = (
      V.zero, V.zero, V.zero, V.zero, V.zero, V.zero, V.zero, V.zero
    )
    let (r1, r2, r3) = (c + cStride, c + 2 &* cStride, c + 3 &* cStride)
    if adds {
      (p0, p1, p2, p3) = (V.load(c), V.load(r1), V.load(r2), V.load(r3))
      (q0, q1) = (V.load(c + width), V.load(r1 + width))
      (q2, q3) = (V.load(r2 + width), V.load(r3 + width))
    }
    var (a, b) = (a, b)
    for _ in 0..<count {
      let (left, right) = (V.load(b), V.load(b + width))
      let (a0, a1) = (V(repeating: a[0]), V(repeating: a[aRows.0]))
      let (a2, a3) = (V(repeating: a[aRows.1]), V(repeating: a[aRows.2]))
      p0 = p0 + a0 * left
      q0 = q0 + a0 * right
      p1 = p1 + a1 * left
      q1 = q1 + a1 * right
      p2 = p2 + a2 * left
      q2 = q2 + a2 * right
      p3 = p3 + a3 * left
      q3 = q3 + a3 * right
      a += aStep
      b += 2 &* width
    }
    p0.store(c)
    q0.store(c + width)
    p1.store(r1)
    q1.store(r1 + width)
    p2.store(r2)
    q2.store(r2 + width)
    p3.store(r3)
    q3.store(r3 + width)
  }
}
