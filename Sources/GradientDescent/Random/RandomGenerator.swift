/// Our own generator: xoshiro256★★, its state filled from the seed by SplitMix64.
/// - Source: Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021
public final class RandomGenerator: RandomSource {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts the sequence that belongs to a seed.
  /// - Parameter seed: any number; other seeds, other sequences
  public init(seed: UInt64) {
    var mixer = seed
    func mix() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var z = mixer
      z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z &>> 31)
    }
    state = (mix(), mix(), mix(), mix())
  }

  /// 64 random bits.
  public func next() -> UInt64 {
    let result = rotate(state.1 &* 5, 7) &* 9
    let shifted = state.1 &<< 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotate(state.3, 45)
    return result
  }

  private func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 { (x &<< bits) | (x &>> (64 - bits)) }
}
