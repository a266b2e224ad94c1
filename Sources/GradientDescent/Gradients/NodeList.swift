/// Nodes in a row, held strongly: an array without the checks that cost more than a small operation.
struct NodeList {
  private var places: UnsafeMutablePointer<Node>?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  /// The node at a place below `count`.
  subscript(place: Int) -> Node {
    @inline(__always) get { places.unsafelyUnwrapped[place] }
  }

  /// Whether nobody else holds the node at a place below `count`.
  @inline(__always)
  func isHeldHereOnly(_ place: Int) -> Bool {
    isKnownUniquelyReferenced(&places.unsafelyUnwrapped[place])
  }

  /// Puts a node at a place up to and including `count`.
  mutating func put(_ node: Node, at place: Int) {
    if place < count {
      places.unsafelyUnwrapped[place] = node
      return
    }
    if count == capacity { grow() }
    (places.unsafelyUnwrapped + count).initialize(to: node)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: max(16, 2 * capacity))
    if let places {
      larger.moveInitialize(from: places, count: count)
      places.deallocate()
    }
    places = larger
    capacity = max(16, 2 * capacity)
  }
}
