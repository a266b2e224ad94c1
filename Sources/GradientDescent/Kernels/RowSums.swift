/// Sums of many rows of numbers, place by place: blocks of a few rows in order, joined by a binary tree
/// as in `PairwiseSum`. The order depends on nothing but the number of rows.
enum RowSums {
  /// The rows of a block.
  private static var block: Int { 16 }

  /// sums[j] = Σ row(i)[j] over all rows.
  /// - Parameters:
  ///   - rows: how many; none gives 0
  ///   - width: the numbers in a row
  ///   - sums: room for a row
  ///   - addRow: adds row i to a row of sums
  @inline(__always)
  static func run<T: Element>(
    _ rows: Int, _ width: Int, into sums: UnsafeMutablePointer<T>,
    addRow: (_ row: Int, _ sums: UnsafeMutablePointer<T>) -> Void
  ) {
    if rows <= block {
      sums.update(repeating: 0, count: width)
      for row in 0..<rows { addRow(row, sums) }
      return
    }
    let blocks = (rows &+ block &- 1) / block
    let levels = Int.bitWidth &- blocks.leadingZeroBitCount &+ 1
    BufferPool.withBuffer(of: T.self, levels &* width) { waiting in
      var depth = 0
      for number in 0..<blocks {
        let top = waiting + depth &* width
        top.update(repeating: 0, count: width)
        for row in number &* block..<min(number &* block &+ block, rows) { addRow(row, top) }
        var rest = number
        while rest & 1 != 0 {
          depth &-= 1
          join(waiting + depth &* width, width)
          rest &>>= 1
        }
        depth &+= 1
      }
      while depth > 1 {
        depth &-= 1
        join(waiting + (depth &- 1) &* width, width)
      }
      sums.update(from: waiting, count: width)
    }
  }

  /// Adds the row behind a row to it.
  @inline(__always)
  private static func join<T: Element>(_ row: UnsafeMutablePointer<T>, _ width: Int) {
    let next = row + width
    for i in 0..<width { row[i] += next[i] }
  }
}
