/// The beginning and the end of a stream, which may have any length.
struct BoundedBytes: Sendable {
  /// The number of bytes that are kept of the end.
  static let tailLimit = 1 << 17

  private var head: [UInt8] = []
  private var tail: [UInt8] = []

  /// The kept bytes, in order.
  var bytes: [UInt8] { head + tail.suffix(Self.tailLimit) }

  /// Appends the next part of the stream.
  /// - Parameter limit: the number of bytes that are kept of the beginning
  mutating func append(_ bytes: [UInt8], keeping limit: Int) {
    let count = min(bytes.count, max(limit - head.count, 0))
    head += bytes.prefix(count)
    tail += bytes.dropFirst(count)
    if tail.count > 4 * Self.tailLimit { tail = Array(tail.suffix(Self.tailLimit)) }
  }
}
