/// A mathematical alphabet. MathML Core has no fonts of its own: letters are replaced by Unicode's
/// mathematical characters.
enum MathFont: Sendable {
  case upright, italic, bold, boldItalic, blackboard, calligraphic, fraktur, sansSerif, typewriter

  /// Returns a letter or digit in this alphabet; the same one if the alphabet does not contain it.
  func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    let code: UInt32? =
      switch value {
      case 0x41...0x5A: capitals.map { $0 + value - 0x41 }
      case 0x61...0x7A: capitals.map { $0 + 26 + value - 0x61 }
      case 0x30...0x39: digits.map { $0 + value - 0x30 }
      default: greek.flatMap { base in Self.greekIndex(value).map { base + $0 } }
      }
    guard let code else { return scalar }
    return Unicode.Scalar(Self.exceptions[code] ?? code) ?? scalar
  }

  private var capitals: UInt32? {
    switch self {
    case .upright: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .calligraphic: 0x1D49C
    case .fraktur: 0x1D504
    case .blackboard: 0x1D538
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    case .upright, .italic, .calligraphic, .fraktur: nil
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Returns the index of a Greek letter, ∇ or ∂ in each of the Greek alphabets.
  private static func greekIndex(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x391...0x3A9: value - 0x391
    case 0x2207: 25
    case 0x3B1...0x3C9: value - 0x3B1 + 26
    case 0x2202: 51
    case 0x3F5: 52
    case 0x3D1: 53
    case 0x3F0: 54
    case 0x3D5: 55
    case 0x3F1: 56
    case 0x3D6: 57
    default: nil
    }
  }

  /// The letters that are older in Unicode than the alphabets, by their regular code points in
  /// these.
  private static let exceptions: [UInt32: UInt32] = [
    0x1D455: 0x210E,
    0x1D49D: 0x212C, 0x1D4A0: 0x2130, 0x1D4A1: 0x2131, 0x1D4A3: 0x210B, 0x1D4A4: 0x2110,
    0x1D4A7: 0x2112, 0x1D4A8: 0x2133, 0x1D4AD: 0x211B, 0x1D4BA: 0x212F, 0x1D4BC: 0x210A,
    0x1D4C4: 0x2134,
    0x1D506: 0x212D, 0x1D50B: 0x210C, 0x1D50C: 0x2111, 0x1D515: 0x211C, 0x1D51D: 0x2128,
    0x1D53A: 0x2102, 0x1D53F: 0x210D, 0x1D545: 0x2115, 0x1D547: 0x2119, 0x1D548: 0x211A,
    0x1D549: 0x211D, 0x1D551: 0x2124,
  ]
}
