/// Brings an angle into [−π/4, π/4].
enum CircularReduction {
  /// x = n·π/2 + r
  /// - Returns: n modulo 4, and r
  static func reduce(_ x: Double) -> (quadrant: Int, r: DoubleDouble) {
    if x.magnitude < 0x1p20 { return medium(x) }
    let (quadrant, r) = huge(x.magnitude)
    if x > 0 { return (quadrant, r) }
    return ((4 - quadrant) & 3, DoubleDouble(high: -r.high, low: -r.low))
  }

  /// π/2 in three pieces: the products of n with the first two are exact.
  /// - Source: Cody and Waite, Software manual for the elementary functions, 1980
  private static func medium(_ x: Double) -> (Int, DoubleDouble) {
    let n = (x * 0x1.45f306dc9c883p-1 + 0x1.8p52) - 0x1.8p52
    let first = x - n * 0x1.921fb544p+0
    let second = DoubleDouble.sum(first, -n * 0x1.0b4611a6p-34)
    let third = DoubleDouble.product(-n, 0x1.3198a2e037073p-69)
    return (Int(n) & 3, second + third)
  }

  /// The digits of 2/π that matter for x's size, times x's digits: what is a multiple of 4 falls away.
  /// - Source: Payne and Hanek, Radian reduction for trigonometric functions, 1983
  private static func huge(_ x: Double) -> (Int, DoubleDouble) {
    let digits = x.significandBitPattern | 1 &<< 52
    let exponent = Int(x.exponent) - 52
    let dropped = max(0, (exponent - 2) / 64)
    // digits · (four words of 2/π), lowest word first.
    var product: [UInt64] = [0, 0, 0, 0, 0]
    var carry: UInt64 = 0
    for place in 0..<4 {
      let full = digits.multipliedFullWidth(by: twoOverPi[dropped + 3 - place])
      let (low, overflow) = full.low.addingReportingOverflow(carry)
      product[place] = low
      carry = full.high &+ (overflow ? 1 : 0)
    }
    product[4] = carry
    // The point stands so many bits from the right.
    let point = 64 * (dropped + 4) - exponent
    func bits(from start: Int) -> UInt64 {
      let (word, shift) = (start / 64, UInt64(start % 64))
      let low = product[word] &>> shift
      return shift == 0 || word == 4 ? low : low | product[word + 1] &<< (64 - shift)
    }
    // Two bits before the point and 126 behind it.
    var (upper, lower) = (bits(from: point - 62), bits(from: point - 126))
    var quadrant = Int(upper &>> 62)
    upper &= 0x3FFF_FFFF_FFFF_FFFF
    let isNegative = upper &>> 61 == 1
    if isNegative {
      quadrant += 1
      lower = 0 &- lower
      upper = (0x4000_0000_0000_0000 &- upper) &- (lower == 0 ? 0 : 1)
    }
    let fraction =
      DoubleDouble.sum(Double(upper & ~0x3FF) * 0x1p-62, Double(upper & 0x3FF) * 0x1p-62)
      + DoubleDouble(high: Double(lower) * 0x1p-126, low: 0)
    let r = fraction * DoubleDouble(high: 0x1.921fb54442d18p+0, low: 0x1.1a62633145c07p-54)
    return (quadrant & 3, isNegative ? DoubleDouble(high: -r.high, low: -r.low) : r)
  }

  /// The first 1,280 binary digits of 2/π.
  private static let twoOverPi: [UInt64] = [
    0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
  ]
}
