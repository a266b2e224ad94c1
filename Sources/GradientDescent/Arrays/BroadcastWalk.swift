/// A walk over the elements of an elementwise result in row-major order, with the places of both
/// operands.
///
/// Neighbouring axes that both operands cross alike are joined into one, so that arrays of one shape,
/// an array and a scalar, and rows and a row take the fewest and longest runs.
struct BroadcastWalk {
  /// Elements of the result that lie side by side; an operand moves along with them or stays.
  struct Run {
    /// The index at which the run begins in each operand and in the result.
    var a, b, result: Int
    let count: Int
    let aMoves, bMoves: Bool
  }

  private var lengths = SIMD4<Int>.one
  private var aSteps = SIMD4<Int>.zero
  private var bSteps = SIMD4<Int>.zero

  @inline(__always)
  init(_ a: Shape, _ b: Shape, _ result: Shape) {
    if a == b {
      lengths[3] = result.count
      (aSteps[3], bSteps[3]) = (1, 1)
    } else {
      join(BroadcastWalk.steps(a), BroadcastWalk.steps(b), result.aligned)
    }
  }

  private mutating func join(_ a: SIMD4<Int>, _ b: SIMD4<Int>, _ n: SIMD4<Int>) {
    var place = 3
    for axis in [3, 2, 1, 0] where n[axis] != 1 {
      let length = lengths[place]
      if length != 1 && a[axis] == aSteps[place] * length && b[axis] == bSteps[place] * length {
        lengths[place] *= n[axis]
        continue
      }
      if length != 1 { place -= 1 }
      (lengths[place], aSteps[place], bSteps[place]) = (n[axis], a[axis], b[axis])
    }
  }

  /// The distance of neighbours along each aligned axis; 0 where the axis is broadcast.
  private static func steps(_ shape: Shape) -> SIMD4<Int> {
    let n = shape.aligned
    let steps = SIMD4(n[1] * n[2] * n[3], n[2] * n[3], n[3], 1)
    return steps.replacing(with: 0, where: n .== 1)
  }

  /// Calls `body` for each run, the first elements first.
  @inline(__always)
  func forEachRun(_ body: (Run) -> Void) {
    var run = Run(
      a: 0, b: 0, result: 0, count: lengths[3], aMoves: aSteps[3] != 0, bMoves: bSteps[3] != 0)
    var left = lengths[0] &* lengths[1] &* lengths[2]
    if run.count == 0 || left == 0 { return }
    var index = SIMD4<Int>.zero
    repeat {
      body(run)
      left &-= 1
      advance(&run, &index)
    } while left != 0
  }

  /// Goes to the next run; nothing asks where it is after the last one. Apart from the loop, which is
  /// compiled for every function.
  @inline(never)
  private func advance(_ run: inout Run, _ index: inout SIMD4<Int>) {
    run.result &+= run.count
    var axis = 2
    while axis > 0, index[axis] &+ 1 == lengths[axis] {
      index[axis] = 0
      axis &-= 1
    }
    index[axis] &+= 1
    run.a = (index &* aSteps).wrappedSum()
    run.b = (index &* bSteps).wrappedSum()
  }
}
