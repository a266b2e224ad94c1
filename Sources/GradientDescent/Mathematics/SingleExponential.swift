/// The exponential in single precision, for one number or sixteen.
enum SingleExponential {
  /// eˣ: with x = k·ln 2 + r and |r| ≤ ½ ln 2, eˣ = 2ᵏ·eʳ, and eʳ is 1 + r + r²·P(r) with a P fitted for
  /// the least greatest error, 3·10⁻⁹.
  @inline(__always)
  static func value<V: SinglePrecision>(_ x: V) -> V {
    // Beyond these all is 0 or ∞.
    let bounded = x.atMost(89).atLeast(-105)
    let shifted = bounded * 1.44269504 + V.shift
    let k = shifted - V.shift
    // k times the first 15 bits of ln 2 is exact.
    let r = (bounded - k * 0x1.62e4p-1) - k * 0x1.7f7d1cp-20
    let square = r * r
    let middle = r * 0.008368824608623981 + 0.041666414588689804
    let series =
      (r * 0.1666651964187622 + 0.5) + square * (middle + square * 0.0013939448399469256)
    let power = (r + square * series) + 1
    // In two steps, for 2ᵏ alone may be out of range where the result is not.
    let half = k * 0.5 + V.shift
    return power * half.powerOfTwo * (shifted - (half - V.shift)).powerOfTwo
  }

  /// 2ˣ for any x.
  @inline(__always)
  static func two<V: SinglePrecision>(_ x: V) -> V {
    // Beyond these all is 0 or ∞.
    let bounded = x.atMost(129).atLeast(-152)
    let shifted = bounded + V.shift
    let k = shifted - V.shift
    let f = bounded - k
    // In two steps, for 2ᵏ alone may be out of range where the result is not.
    let half = k * 0.5 + V.shift
    return fraction(f) * half.powerOfTwo * (shifted - (half - V.shift)).powerOfTwo
  }

  /// 2ˣ for |x| ≤ 126: with x = k + f and |f| ≤ ½, 2ˣ = 2ᵏ·(1 + f·P(f)), fitted as above.
  @inline(__always)
  static func powerOfTwo<V: SinglePrecision>(_ x: V) -> V {
    let shifted = x + V.shift
    return fraction(x - (shifted - V.shift)) * shifted.powerOfTwo
  }

  /// 2ᶠ for |f| ≤ ½.
  @inline(__always)
  private static func fraction<V: SinglePrecision>(_ f: V) -> V {
    let square = f * f
    let middle = f * 0.0013390984386205673 + 0.009618062525987625
    let series =
      (f * 0.05550359562039375 + 0.24022650718688965)
      + square * (middle + square * 0.00015462881128769368)
    return (f * 0.6931471824645996 + square * series) + 1
  }
}
