/// Buffers of arrays that are gone, kept for the next arrays of the same size: evaluating a loss again
/// and again would otherwise spend a good part of its time in the allocator.
enum BufferPool {
  /// The sizes worth keeping, in bytes; below, the allocator is as fast.
  private static var worthKeeping: ClosedRange<Int> { 256...4_194_304 }
  private static var places: Int { 8 }

  private struct Buffer {
    let start: UnsafeMutableRawPointer
    let byteCount: Int
  }

  nonisolated(unsafe) private static var buffers: UnsafeMutablePointer<Buffer>?
  nonisolated(unsafe) private static var count = 0

  /// Calls `body` with uninitialized memory for `count` numbers.
  @inline(__always)
  static func withBuffer<T: Element>(
    of type: T.Type, _ count: Int, _ body: (UnsafeMutablePointer<T>) -> Void
  ) {
    let byteCount = count &* MemoryLayout<T>.stride
    let buffer = take(byteCount)
    body(buffer.assumingMemoryBound(to: T.self))
    giveBack(buffer, byteCount)
  }

  /// A buffer of exactly this size; what is in it is left over from its last use.
  @inline(__always)
  static func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
    if worthKeeping.contains(byteCount), let buffers {
      var place = count
      while place > 0 {
        place &-= 1
        guard buffers[place].byteCount == byteCount else { continue }
        let start = buffers[place].start
        count &-= 1
        buffers[place] = buffers[count]
        return start
      }
    }
    // So that each load of the widest registers stays within one cache line.
    let alignment = worthKeeping.lowerBound <= byteCount ? 64 : 16
    return .allocate(byteCount: max(byteCount, 8), alignment: alignment)
  }

  /// Takes back a buffer that nobody uses any more.
  @inline(__always)
  static func giveBack(_ start: UnsafeMutableRawPointer, _ byteCount: Int) {
    guard worthKeeping.contains(byteCount), count < places else { return start.deallocate() }
    if buffers == nil { buffers = .allocate(capacity: places) }
    buffers.unsafelyUnwrapped[count] = Buffer(start: start, byteCount: byteCount)
    count &+= 1
  }
}
