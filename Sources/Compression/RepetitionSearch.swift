/// Finds what has been there before.
struct RepetitionSearch {
  /// The fewest bytes worth a reference, and the most that one can have.
  static let shortest = 3
  private static let longest = 258
  private static let window = 32768
  /// The number of earlier places that are tried.
  private static let tries = 24

  private let data: UnsafeBufferPointer<UInt8>
  /// The last place of each hash of three bytes, and from each place the one before; -1 is none.
  private var last = [Int32](repeating: -1, count: 1 << 15)
  private var before: [Int32]

  init(_ data: UnsafeBufferPointer<UInt8>) {
    self.data = data
    before = [Int32](repeating: -1, count: min(data.count, Self.window))
  }

  /// The longest repetition that begins at a place.
  func longest(at place: Int) -> (length: Int, distance: Int) {
    guard place &+ Self.shortest <= data.count else { return (0, 0) }
    let most = min(Self.longest, data.count &- place)
    var best = (length: 0, distance: 0)
    var candidate = Int(last[hash(at: place)])
    for _ in 0..<Self.tries {
      if candidate < 0 || place &- candidate > Self.window &- 1 { break }
      var length = 0
      while length < most, data[candidate &+ length] == data[place &+ length] { length &+= 1 }
      if length > best.length {
        best = (length, place &- candidate)
        if length == most { break }
      }
      let next = Int(before[candidate & (Self.window &- 1)])
      if next >= candidate { break }
      candidate = next
    }
    return best.length >= Self.shortest ? best : (0, 0)
  }

  /// Makes a place known to later searches.
  mutating func remember(_ place: Int) {
    guard place &+ Self.shortest <= data.count else { return }
    let hash = hash(at: place)
    before[place & (Self.window &- 1)] = last[hash]
    last[hash] = Int32(truncatingIfNeeded: place)
  }

  private func hash(at place: Int) -> Int {
    let word =
      UInt32(data[place]) | UInt32(data[place &+ 1]) << 8 | UInt32(data[place &+ 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }
}
