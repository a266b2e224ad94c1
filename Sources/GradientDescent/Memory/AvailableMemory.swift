#if canImport(HostSystem)
  internal import HostSystem
#endif

/// The memory that the system would give, asked for before something large is made: an allocation that
/// fails ends the program without a word.
enum AvailableMemory {
  /// The most elements that an array can have.
  static var mostElements: Int {
    #if arch(wasm32)
      // A page's memory ends at 4 GB, and holds more than one array.
      1 << 27
    #else
      Int.max / 16
    #endif
  }

  /// Smaller pieces are not asked about.
  private static var large: Int { 1 << 28 }

  /// Returns true if there is room for `count` things of `size` bytes each.
  static func holds(_ count: Int, size: Int) -> Bool {
    if count > mostElements { return false }
    let bytes = count &* size
    return bytes < large || isGiven(bytes)
  }

  @inline(never)
  private static func isGiven(_ bytes: Int) -> Bool {
    #if canImport(HostSystem)
      canAllocate(bytes)
    #else
      true
    #endif
  }
}

extension Shape {
  /// A fault unless the count can be computed: lengths of 0 left out, as in NumPy.
  @inline(__always)
  func requireCount() {
    var (product, isTooLarge) = (1, false)
    for axis in 0..<Shape.maximumRank where aligned[axis] > 1 {
      let (next, overflow) = product.multipliedReportingOverflow(by: aligned[axis])
      product = next
      isTooLarge = isTooLarge || overflow
    }
    if isTooLarge || product > AvailableMemory.mostElements { faultOfSize() }
  }

  /// A fault unless there is memory for an array of this shape.
  /// - Parameter size: the bytes of an element
  @inline(__always)
  func requireMemory(_ size: Int) {
    if !AvailableMemory.holds(count, size: size) { faultOfSize() }
  }

  @inline(never)
  private func faultOfSize() -> Never {
    fault("shape", "\(self) has more elements than fit in memory")
  }
}
