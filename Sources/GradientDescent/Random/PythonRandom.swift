/// Replays Python's `random`: after `PythonRandom(seed: s)`, `uniform()` and `shuffle(_:)` draw what
/// `random.random()` and `random.shuffle()` draw after `random.seed(s)`.
///
/// - Source: the reference implementation of Python 3.11, `random.py` and `_randommodule.c`
public final class PythonRandom: RandomSource {
  private var twister: MersenneTwister

  /// Seeds as `random.seed(seed)`.
  public init(seed: UInt64) {
    let low = UInt32(truncatingIfNeeded: seed)
    let high = UInt32(truncatingIfNeeded: seed &>> 32)
    twister = MersenneTwister(key: high == 0 ? [low] : [low, high])
  }

  /// 64 random bits, as `getrandbits(64)`: the low word first.
  public func next() -> UInt64 {
    let low = UInt64(twister.next())
    return UInt64(twister.next()) &<< 32 | low
  }

  /// A multiple of 2⁻⁵³ from two words.
  public func uniform() -> Double {
    let a = Double(twister.next() &>> 5)
    let b = Double(twister.next() &>> 6)
    return (a * 67_108_864 + b) * 0x1p-53
  }

  /// As many bits as the bound needs, drawn until they are below it.
  public func below(_ bound: UInt32) -> UInt32 {
    if bound == 0 { fault("below", "there is no whole number from 0 up to, but not, 0") }
    let unused = UInt32(bound.leadingZeroBitCount)
    while true {
      let bits = twister.next() &>> unused
      if bits < bound { return bits }
    }
  }
}
