/// Joins the sums of blocks, as they come, by a binary tree: the error grows with the logarithm of
/// their number.
///
/// The order depends on nothing but that number. Blocks of one sum join exactly: so does a million equal
/// numbers.
/// - Source: Higham, The accuracy of floating point summation, 1993
struct PairwiseSum<T: Element> {
  /// Sums of 1, 2, 4 … blocks that wait for their neighbour: as many as the number of blocks has binary
  /// ones.
  private var waiting = SIMD64<T>.zero
  private var depth = 0
  private var blocks = 0

  /// Adds the next block's sum.
  @inline(__always)
  mutating func add(_ sum: T) {
    var (sum, rest) = (sum, blocks)
    while rest & 1 != 0 {
      depth &-= 1
      sum = waiting[depth] + sum
      rest &>>= 1
    }
    waiting[depth] = sum
    depth &+= 1
    blocks &+= 1
  }

  /// The sum of all blocks.
  var total: T {
    if depth == 0 { return 0 }
    var sum = waiting[depth &- 1]
    for place in (0..<depth &- 1).reversed() { sum = waiting[place] + sum }
    return sum
  }
}
