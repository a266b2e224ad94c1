/// The beginning and the end of a stream of any length.
struct BoundedBytes: Sendable {
  /// How much of the end is kept, in bytes.
  static let tailLimit = 1 << 17

  private var head: [UInt8] = []
  private var tail: [UInt8] = []

  /// The bytes that are kept, in their order.
  var bytes: [UInt8] { head + tail.suffix(Self.tailLimit) }

  /// Takes the next piece of the stream.
  /// - Parameter limit: how much of the beginning is kept, in bytes
  mutating func append(_ bytes: [UInt8], keeping limit: Int) {
    let count = min(bytes.count, max(limit - head.count, 0))
    head += bytes.prefix(count)
    tail += bytes.dropFirst(count)
    if tail.count > 4 * Self.tailLimit { tail = Array(tail.suffix(Self.tailLimit)) }
  }
}
