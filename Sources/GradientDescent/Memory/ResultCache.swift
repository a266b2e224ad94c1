/// The storages of the latest results that were not recorded, for reuse once no array holds them.
///
/// Repeated evaluation of a loss makes the same few arrays and drops them. Without this cache, the seed's
/// five calls, which evaluate the loss 1,200 times, take 14% longer (`gradbook-bench`).
enum ResultCache {
  private static var places: Int { 6 }
  /// The largest array worth keeping, in elements.
  private static var largest: Int { 1 << 20 }

  nonisolated(unsafe) private static var storages = StorageList()
  nonisolated(unsafe) private static var oldest = 0

  /// A storage for a result, its elements still to be written.
  @inline(__always)
  static func makeStorage(_ shape: Shape, _ dtype: DType) -> Storage {
    let count = shape.count
    var place = 0
    while place < storages.count {
      let node = storages.node(place)
      if node.capacity == count, node.dtype == dtype, !node.isRead,
        storages.isHeldHereOnly(place)
      {
        node.clear(shape)
        return storages[place]
      }
      place &+= 1
    }
    return keepNew(shape, dtype)
  }

  @inline(never)
  private static func keepNew(_ shape: Shape, _ dtype: DType) -> Storage {
    let storage = Storage(shape: shape, dtype: dtype)
    if shape.count > largest { return storage }
    storages.put(storage, at: oldest)
    oldest = (oldest + 1) % places
    return storage
  }
}

extension Node {
  /// Turns the node into an array without history.
  @inline(__always)
  fileprivate func clear(_ shape: Shape) {
    if gradient != nil { gradientStorage = nil }
    if self.shape != shape { changeShape(shape) }
    needsGradient = false
    accumulates = false
    knownSum = nil
  }
}
