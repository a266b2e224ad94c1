/// The backward rule of an operation.
final class BackwardRule {
  let run: (Node) -> Void

  @inline(never)
  init(_ run: @escaping (Node) -> Void) { self.run = run }

  /// Returns true if `other` is the same function with the same captures, so that the rule can stay: an
  /// operation without settings is recorded without an allocation.
  @inline(__always)
  func isSame(_ other: @escaping (Node) -> Void) -> Bool { Bits(run) == Bits(other) }

  private struct Bits: Equatable {
    let words: SIMD2<UInt>

    @inline(__always)
    init(_ run: @escaping (Node) -> Void) {
      words = unsafeBitCast(Function(run: run), to: SIMD2<UInt>.self)
    }
  }

  private struct Function {
    let run: (Node) -> Void
  }
}
