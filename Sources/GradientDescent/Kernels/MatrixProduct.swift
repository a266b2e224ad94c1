/// C = A·B or C += A·B, blocked for registers and caches.
///
/// Each element is a sum over k in order, so the result has the same bits for every blocking, for every
/// width of registers, and for Cᵀ = Bᵀ·Aᵀ.
/// - Source: Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008
enum MatrixProduct<T: Element> {
  /// The length of the sums between two visits of the result, so that a panel of B fits the fastest
  /// cache.
  private static var depth: Int { 256 }

  /// The bytes of a panel: as many for every type.
  static var panelSize: Int { depth &* MatrixTile<T>.columns &* MemoryLayout<T>.stride }

  /// Multiplies.
  /// - Parameters:
  ///   - a: `[m, k]`
  ///   - b: `[k, n]`
  ///   - c: `[m, n]`
  ///   - adds: whether to add to what `c` holds, or to replace it
  static func run(_ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, adds: Bool) {
    let isNarrow = c.columns < MatrixTile<T>.columns && c.columns < c.rows
    // If B has to be transposed for its panels, better the smaller of the two factors.
    let isSmaller = b.column != 1 && a.rows < b.columns
    if isNarrow || isSmaller {
      multiply(b.transposed, a.transposed, into: c.transposed, adds)
    } else {
      multiply(a, b, into: c, adds)
    }
  }

  /// Multiplies, by way of a result whose rows have no gaps if it has some.
  private static func multiply(
    _ a: Matrix<T>, _ b: Matrix<T>, into c: Matrix<T>, _ adds: Bool
  ) {
    if c.column == 1 { return multiplyRows(a, b, c, adds) }
    BufferPool.withBuffer(of: T.self, c.rows &* c.columns) { scratch in
      let rows = Matrix(scratch, c.rows, c.columns)
      if adds { copy(c, to: rows) }
      multiplyRows(a, b, rows, adds)
      copy(rows, to: c)
    }
  }

  /// The largest distance of neighbours in a row of A, in elements. Tiles walk along the rows, and numbers
  /// farther apart push each other out of the fastest cache.
  private static var farApart: Int { 128 }

  /// Multiplies, by way of an A whose rows have no gaps if theirs are large.
  private static func multiplyRows(
    _ a: Matrix<T>, _ b: Matrix<T>, _ c: Matrix<T>, _ adds: Bool
  ) {
    if a.column < farApart || c.columns <= MatrixTile<T>.columns { return multiply(a, b, c, adds) }
    BufferPool.withBuffer(of: T.self, a.rows &* a.columns) { scratch in
      let rows = Matrix(scratch, a.rows, a.columns)
      copy(a, to: rows)
      multiply(rows, b, c, adds)
    }
  }

  /// Copies a matrix to one that lies the other way, square by square: both ways stay in the cache.
  private static func copy(_ x: Matrix<T>, to y: Matrix<T>) {
    let side = 16
    for top in stride(from: 0, to: x.rows, by: side) {
      for left in stride(from: 0, to: x.columns, by: side) {
        let (bottom, right) = (min(top &+ side, x.rows), min(left &+ side, x.columns))
        for i in top..<bottom {
          let (from, to) = (x.start + i &* x.row, y.start + i &* y.row)
          for j in left..<right { to[j &* y.column] = from[j &* x.column] }
        }
      }
    }
  }

  private static func multiply(_ a: Matrix<T>, _ b: Matrix<T>, _ c: Matrix<T>, _ adds: Bool) {
    if a.columns == 0 {
      if !adds { c.start.update(repeating: 0, count: c.rows &* c.columns) }
      return
    }
    let panel = BufferPool.take(panelSize)
    if let product = SharedProduct(a, b, into: c, adds: adds) {
      SecondThread.compute(product, panel: panel)
    } else {
      multiply(a, b, c, adds, panel: panel)
    }
    BufferPool.giveBack(panel, panelSize)
  }

  /// Multiplies panel by panel, into a result whose rows have no gaps.
  /// - Parameter panel: room for a panel
  static func multiply(
    _ a: Matrix<T>, _ b: Matrix<T>, _ c: Matrix<T>, _ adds: Bool, panel: UnsafeMutableRawPointer
  ) {
    let panel = panel.assumingMemoryBound(to: T.self)
    var k = 0
    while k < a.columns {
      let count = min(depth, a.columns &- k)
      var j = 0
      while j < c.columns {
        pack(b, k, count, j, panel)
        multiply(a, k, count, panel, c, j, adds || k > 0)
        j &+= MatrixTile<T>.columns
      }
      k &+= count
    }
  }

  /// Lays out `count` rows of B from row `k`, one tile's columns from `j`, without gaps; what is missing
  /// at the right is 0.
  @inline(__always)
  private static func pack(
    _ b: Matrix<T>, _ k: Int, _ count: Int, _ j: Int, _ panel: UnsafeMutablePointer<T>
  ) {
    let width = MatrixTile<T>.columns
    let filled = min(width, b.columns &- j)
    let source = b.start + k &* b.row + j &* b.column
    if filled == width && b.column == 1 {
      for step in 0..<count {
        let (from, to) = (source + step &* b.row, panel + step &* width)
        for place in 0..<width { to[place] = from[place] }
      }
      return
    }
    if filled < width { panel.update(repeating: 0, count: count &* width) }
    for step in 0..<count {
      let (from, to) = (source + step &* b.row, panel + step &* width)
      for place in 0..<filled { to[place] = from[place &* b.column] }
    }
  }

  /// Multiplies all rows of A with one panel.
  @inline(__always)
  private static func multiply(
    _ a: Matrix<T>, _ k: Int, _ count: Int, _ panel: UnsafeMutablePointer<T>, _ c: Matrix<T>,
    _ j: Int, _ adds: Bool
  ) {
    let width = MatrixTile<T>.columns
    let isWide = j &+ width <= c.columns
    let rows = (a.row, 2 &* a.row, 3 &* a.row)
    var i = 0
    while i < c.rows {
      let from = a.start + i &* a.row + k &* a.column
      if isWide && i &+ 4 <= c.rows {
        MatrixTile<T>.multiply(
          from, rows, aStep: a.column, panel, c.start + i &* c.row + j, cStride: c.row,
          count: count, adds: adds)
      } else {
        edge(a, from, count, panel, c, i, j, adds)
      }
      i &+= 4
    }
  }

  /// A tile that reaches beyond the result: computed aside, and copied as far as it belongs to it.
  @inline(never)
  private static func edge(
    _ a: Matrix<T>, _ from: UnsafeMutablePointer<T>, _ count: Int,
    _ panel: UnsafeMutablePointer<T>, _ c: Matrix<T>, _ i: Int, _ j: Int, _ adds: Bool
  ) {
    let width = MatrixTile<T>.columns
    let (rows, columns) = (min(4, c.rows &- i), min(width, c.columns &- j))
    withUnsafeTemporaryAllocation(of: T.self, capacity: 4 &* width) { tile in
      guard let start = tile.baseAddress else { return }
      start.update(repeating: 0, count: 4 &* width)
      let place = c.start + i &* c.row + j
      if adds {
        for row in 0..<rows {
          for column in 0..<columns {
            start[row &* width &+ column] = place[row &* c.row &+ column]
          }
        }
      }
      // Rows that are not there are the last one, computed in vain.
      let strides = (
        min(1, rows &- 1) &* a.row, min(2, rows &- 1) &* a.row, min(3, rows &- 1) &* a.row
      )
      MatrixTile<T>.multiply(
        from, strides, aStep: a.column, panel, start, cStride: width, count: count, adds: adds)
      for row in 0..<rows {
        for column in 0..<columns { place[row &* c.row &+ column] = start[row &* width &+ column] }
      }
    }
  }
}
