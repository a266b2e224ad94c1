/// A deterministic random number generator.
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64)
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes the generator of one run, which is independent of the runs before it.
  init(seed: UInt64, run: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(run)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a random range of a text with `count` bytes, at most `longest` bytes long.
  mutating func range(in count: Int, longest: Int = .max) -> Range<Int> {
    let start = Int.random(in: 0...count, using: &self)
    return start..<Int.random(in: start...min(count, start + min(longest, count)), using: &self)
  }
}
