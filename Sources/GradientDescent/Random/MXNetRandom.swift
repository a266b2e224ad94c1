/// Replays the normal draws of MXNet 1.9 on a CPU after `mx.random.seed(s)`, in float32.
///
/// 1,024 Mersenne Twisters stand side by side, number j seeded with 127·s + j. A call for N draws is
/// cut into ⌈N/64⌉ blocks, at most 1,024, and block j draws its share from twister j; the twisters go on
/// where they stopped at the next call. Bits and shuffles come from the first twister.
/// - Source: the conduct of MXNet 1.9.1, verified to the bit against recorded arrays
public final class MXNetRandom: RandomSource {
  private static var most: Int { 1024 }
  private static var blockSize: Int { 64 }

  private let seed: UInt32
  /// Made when a block first draws from them.
  private var twisters: [MersenneTwister] = []

  /// Seeds as `mx.random.seed(seed)`.
  public init(seed: UInt32) { self.seed = seed }

  /// 64 random bits.
  public func next() -> UInt64 {
    prepare(1)
    let high = UInt64(twisters[0].next())
    return high &<< 32 | UInt64(twisters[0].next())
  }

  /// The numbers that `mx.nd.random.normal(shape=count)` gives, each a float32.
  public func normals(_ count: Int) -> [Double] {
    requireCount("normals", count)
    if count == 0 { return [] }
    let size = MXNetRandom.blockSize
    let blocks = min((count + size - 1) / size, MXNetRandom.most)
    let share = (count + blocks - 1) / blocks
    prepare(blocks)
    var normals: [Double] = []
    normals.reserveCapacity(count)
    for block in 0..<blocks {
      for _ in 0..<max(0, min(share, count - block * share)) {
        normals.append(Double(normal(from: block)))
      }
    }
    return normals
  }

  private func prepare(_ count: Int) {
    while twisters.count < count {
      twisters.append(MersenneTwister(seed: 127 &* seed &+ UInt32(twisters.count)))
    }
  }

  /// The polar method in float32; the second normal of each pair is thrown away.
  private func normal(from block: Int) -> Float {
    while true {
      let x = 2 * uniform(from: block) - 1
      let y = 2 * uniform(from: block) - 1
      let r = x * x + y * y
      if r > 1 || r == 0 { continue }
      return y * (-2 * SinglePrecisionLogarithm.log(r) / r).squareRoot()
    }
  }

  /// A float32 from [0, 1).
  private func uniform(from block: Int) -> Float {
    let value = Float(twisters[block].next()) * 0x1p-32
    return value < 1 ? value : Float(1).nextDown
  }
}
