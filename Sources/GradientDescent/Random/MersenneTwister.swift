/// MT19937, the generator beneath Python's `random` and C++'s `std::mt19937`.
/// - Source: Matsumoto and Nishimura, Mersenne Twister, 1998, with the initialization of 2002
struct MersenneTwister {
  private static var size: Int { 624 }
  private static var middle: Int { 397 }

  private var state: [UInt32]
  private var place = MersenneTwister.size

  /// Seeds with one word, as `std::mt19937(seed)` does.
  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(MersenneTwister.size)
    for i in 1..<MersenneTwister.size {
      let last = state[i - 1]
      state.append(1_812_433_253 &* (last ^ (last &>> 30)) &+ UInt32(i))
    }
  }

  /// Seeds with a list of words, as Python does.
  /// - Parameter key: at least one word, at most 624
  init(key: [UInt32]) {
    self.init(seed: 19_650_218)
    let size = MersenneTwister.size
    var i = 1
    for j in 0..<size {
      let mixed = (state[i - 1] ^ (state[i - 1] &>> 30)) &* 1_664_525
      state[i] = (state[i] ^ mixed) &+ key[j % key.count] &+ UInt32(j % key.count)
      advance(&i)
    }
    for _ in 1..<size {
      let mixed = (state[i - 1] ^ (state[i - 1] &>> 30)) &* 1_566_083_941
      state[i] = (state[i] ^ mixed) &- UInt32(i)
      advance(&i)
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 random bits.
  mutating func next() -> UInt32 {
    if place == MersenneTwister.size { twist() }
    var word = state[place]
    place += 1
    word ^= word &>> 11
    word ^= (word &<< 7) & 0x9D2C_5680
    word ^= (word &<< 15) & 0xEFC6_0000
    return word ^ (word &>> 18)
  }

  private mutating func advance(_ i: inout Int) {
    i += 1
    if i == MersenneTwister.size {
      state[0] = state[MersenneTwister.size - 1]
      i = 1
    }
  }

  private mutating func twist() {
    let size = MersenneTwister.size
    for i in 0..<size {
      let word = (state[i] & 0x8000_0000) | (state[(i + 1) % size] & 0x7FFF_FFFF)
      let twisted = (word &>> 1) ^ (word & 1 == 0 ? 0 : 0x9908_B0DF)
      state[i] = state[(i + MersenneTwister.middle) % size] ^ twisted
    }
    place = 0
  }
}
