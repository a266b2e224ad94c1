/// A list of storages, held strongly: an array without the checks, which cost more than a small operation.
struct StorageList {
  private var places: UnsafeMutablePointer<Storage>?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  /// The node of the storage at a place below `count`.
  @inline(__always)
  func node(_ place: Int) -> Node { places.unsafelyUnwrapped[place].node }

  /// The storage at a place below `count`.
  subscript(place: Int) -> Storage {
    @inline(__always) get { places.unsafelyUnwrapped[place] }
  }

  /// Returns true if nobody else holds the storage at a place below `count`.
  @inline(__always)
  func isHeldHereOnly(_ place: Int) -> Bool {
    isKnownUniquelyReferenced(&places.unsafelyUnwrapped[place])
  }

  /// Puts a storage at a place up to and including `count`.
  mutating func put(_ storage: Storage, at place: Int) {
    if place < count {
      places.unsafelyUnwrapped[place] = storage
      return
    }
    if count == capacity { grow() }
    (places.unsafelyUnwrapped + count).initialize(to: storage)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Storage>.allocate(capacity: max(16, 2 * capacity))
    if let places {
      larger.moveInitialize(from: places, count: count)
      places.deallocate()
    }
    places = larger
    capacity = max(16, 2 * capacity)
  }
}
