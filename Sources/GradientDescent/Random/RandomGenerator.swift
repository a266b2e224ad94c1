/// Our own generator: xoshiro256★★, its state filled from the seed by SplitMix64.
/// - Source: Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021
public final class RandomGenerator: RandomSource {
  private var state: Xoshiro

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
    state = Xoshiro(words: (mix(), mix(), mix(), mix()))
  }

  /// 64 random bits.
  public func next() -> UInt64 { state.next() }

  /// Fisher and Yates, from the end.
  public func shuffle(_ indices: inout [Int]) {
    // A copy of the state stays in registers from draw to draw.
    var state = state
    indices.shuffle { scale($0) { state.next() } }
    self.state = state
  }

  /// Moves 2¹²⁸ draws ahead, further than any program can draw.
  public func jump() {
    var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for word in RandomGenerator.jumpPolynomial {
      for bit: UInt64 in 0..<64 {
        if word &>> bit & 1 != 0 {
          let words = state.words
          sum = (sum.0 ^ words.0, sum.1 ^ words.1, sum.2 ^ words.2, sum.3 ^ words.3)
        }
        _ = next()
      }
    }
    state = Xoshiro(words: sum)
  }

  /// A generator that goes on from here, while this one jumps away: two sequences that never meet.
  ///
  /// Runs that each have their own generator do not change when another run draws more or less.
  public func split() -> RandomGenerator {
    let other = RandomGenerator(state: state)
    jump()
    return other
  }

  /// x to the power of 2¹²⁸ modulo the characteristic polynomial of one draw, lowest powers first.
  private static var jumpPolynomial: [UInt64] {
    [0x180E_C6D3_3CFD_0ABA, 0xD5A6_1266_F0C9_392C, 0xA958_2618_E03F_C9AA, 0x39AB_DC45_29B1_661C]
  }

  private init(state: Xoshiro) { self.state = state }
}

/// The state of xoshiro256★★.
private struct Xoshiro {
  var words: (UInt64, UInt64, UInt64, UInt64)

  @inline(__always)
  mutating func next() -> UInt64 {
    let result = Xoshiro.rotate(words.1 &* 5, 7) &* 9
    let shifted = words.1 &<< 17
    words.2 ^= words.0
    words.3 ^= words.1
    words.1 ^= words.2
    words.0 ^= words.3
    words.2 ^= shifted
    words.3 = Xoshiro.rotate(words.3, 45)
    return result
  }

  @inline(__always)
  private static func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 {
    (x &<< bits) | (x &>> (64 - bits))
  }
}
