/// Sources put together from pieces at random, the same ones each time.
struct RandomSources: Sequence, IteratorProtocol {
  private let pieces: [String]
  private var state: UInt64 = 7
  private var left = 4_000

  /// Of twelve pieces each.
  init(of pieces: [String]) { self.pieces = pieces }

  mutating func next() -> String? {
    if left == 0 { return nil }
    left -= 1
    var source = ""
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      source += pieces[Int(state >> 33) % pieces.count]
    }
    return source
  }
}
