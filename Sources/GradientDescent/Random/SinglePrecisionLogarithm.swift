/// The float32 logarithm as the common C libraries compute it, for replaying what was drawn with it.
///
/// It is not always the float32 next to the true logarithm (a few results in a thousand differ), so a
/// replay to the bit needs the same approximation: x = z · 2ᵏ with z near 1, one of sixteen factors c⁻¹
/// brings z to 1 + r, and ln x = k·ln 2 + ln c + r + a₂r² + a₁r³ + a₀r⁴, in double.
/// - Source: the tables and the polynomial are those of `logf` in glibc 2.28 and musl 1.2
enum SinglePrecisionLogarithm {
  private static let slices: [(inverse: Double, log: Double)] = [
    (0x1.661ec79f8f3bep+0, -0x1.57bf7808caadep-2), (0x1.571ed4aaf883dp+0, -0x1.2bef0a7c06ddbp-2),
    (0x1.49539f0f010bp+0, -0x1.01eae7f513a67p-2), (0x1.3c995b0b80385p+0, -0x1.b31d8a68224e9p-3),
    (0x1.30d190c8864a5p+0, -0x1.6574f0ac07758p-3), (0x1.25e227b0b8eap+0, -0x1.1aa2bc79c81p-3),
    (0x1.1bb4a4a1a343fp+0, -0x1.a4e76ce8c0e5ep-4), (0x1.12358f08ae5bap+0, -0x1.1973c5a611cccp-4),
    (0x1.0953f419900a7p+0, -0x1.252f438e10c1ep-5), (1, 0),
    (0x1.e608cfd9a47acp-1, 0x1.aa5aa5df25984p-5), (0x1.ca4b31f026aap-1, 0x1.c5e53aa362eb4p-4),
    (0x1.b2036576afce6p-1, 0x1.526e57720db08p-3), (0x1.9c2d163a1aa2dp-1, 0x1.bc2860d22477p-3),
    (0x1.886e6037841edp-1, 0x1.1058bc8a07ee1p-2), (0x1.767dcf5534862p-1, 0x1.4043057b6ee09p-2),
  ]

  /// ln x for a normal float32 above 0.
  static func log(_ x: Float) -> Float {
    let bits = x.bitPattern
    let offset = bits &- 0x3F33_0000
    let slice = slices[Int((offset &>> 19) & 15)]
    let exponent = Double(Int32(bitPattern: offset) &>> 23)
    let z = Double(Float(bitPattern: bits &- (offset & 0xFF80_0000)))
    let r = z * slice.inverse - 1
    let square = r * r
    let lower = 0x1.5575b0be00b6ap-2 * r + -0x1.ffffef20a4123p-2
    let higher = -0x1.00ea348b88334p-2 * square + lower
    return Float(higher * square + (slice.log + exponent * 0x1.62e42fefa39efp-1 + r))
  }
}
