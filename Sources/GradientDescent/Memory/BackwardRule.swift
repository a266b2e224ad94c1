/// The backward rule of an operation.
final class BackwardRule {
  /// Passes a node's gradient on to its inputs; given a call, writes the inputs' gradients into it instead,
  /// as recorded arrays.
  typealias Function = (Node, RecordedCall?) -> Void

  let run: Function

  @inline(never)
  init(_ run: @escaping Function) { self.run = run }

  /// Returns true if `other` is the same function with the same captures, so that the rule can stay: an
  /// operation without settings is recorded without an allocation.
  @inline(__always)
  func isSame(_ other: @escaping Function) -> Bool { Bits(run) == Bits(other) }

  private struct Bits: Equatable {
    let words: SIMD2<UInt>

    @inline(__always)
    init(_ run: @escaping Function) {
      words = unsafeBitCast(Wrapped(run: run), to: SIMD2<UInt>.self)
    }
  }

  private struct Wrapped {
    let run: Function
  }
}

/// An operation that has been recorded, as arrays: what the gradients of its inputs are computed from
/// when they are to be differentiated again.
final class RecordedCall {
  /// The one to three arrays that the operation read.
  let inputs: [NDArray]
  /// What it made of them.
  let result: NDArray
  /// dL/d(result)
  let gradient: NDArray
  /// dL/d(input) for each input, each nil where it is 0 or has no meaning; written by the rule.
  fileprivate(set) var slopes: [NDArray?] = []

  /// Runs the rule of a node that an operation has made.
  init(_ node: Node, _ gradient: NDArray) {
    var inputs: [NDArray] = []
    node.inputs?.forEach { inputs.append($0.array) }
    self.inputs = inputs
    result = node.array
    self.gradient = gradient
    node.runBackwardRule(self)
  }

  /// Lets an operation write the slopes.
  @inline(never)
  func write(_ slopes: [NDArray?]) { self.slopes = slopes }
}
