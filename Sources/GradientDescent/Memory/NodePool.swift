/// The memory of nodes that are gone, as a linked list through itself.
///
/// Without it, `BufferPool`, `Parameter.isShared` and the case of two elements in `Node.add`, the seed's
/// five calls take 5% longer together (`gradbook-bench`).
enum NodePool {
  nonisolated(unsafe) private static var free: UnsafeMutableRawPointer?

  @inline(__always)
  static func take() -> UnsafeMutablePointer<Node.Fields> {
    guard let place = free else { return .allocate(capacity: 1) }
    free = place.load(as: UnsafeMutableRawPointer?.self)
    return place.assumingMemoryBound(to: Node.Fields.self)
  }

  @inline(__always)
  static func giveBack(_ fields: UnsafeMutablePointer<Node.Fields>) {
    let place = UnsafeMutableRawPointer(fields)
    place.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
    free = place
  }
}
