/// Bodies that nobody uses any more, in a chain through their own memory.
enum BodyPool {
  nonisolated(unsafe) private static var free: UnsafeMutableRawPointer?

  @inline(__always)
  static func take() -> UnsafeMutablePointer<Node.Body> {
    guard let place = free else { return .allocate(capacity: 1) }
    free = place.load(as: UnsafeMutableRawPointer?.self)
    return place.assumingMemoryBound(to: Node.Body.self)
  }

  @inline(__always)
  static func giveBack(_ body: UnsafeMutablePointer<Node.Body>) {
    let place = UnsafeMutableRawPointer(body)
    place.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
    free = place
  }
}
