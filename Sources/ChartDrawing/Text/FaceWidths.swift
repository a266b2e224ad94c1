/// The widths of characters in the widest faces that usual systems show as `system-ui`: DejaVu Sans
/// and, a little wider when bold, Verdana.
enum FaceWidths {
  /// Returns the width of a character in ems.
  static func ems(_ scalar: Unicode.Scalar, _ weight: TextMeasure.Weight) -> Double {
    let value = Int(scalar.value)
    if isWide(scalar) { return 1 }
    switch weight {
    case .regular:
      return Double(printable.contains(value) ? regular[value - 0x20] : other(scalar)) / 100
    case .bold:
      return Double(printable.contains(value) ? bold[value - 0x20] : other(scalar) + 8) / 98
    }
  }

  /// Returns true for characters as wide as high, such as Chinese ones.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Returns the width of a character beyond ASCII, in hundredths of an em.
  private static func other(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Superscripts and subscripts; their minus sign is wider than their digits.
    case 0x207A...0x207C, 0x208A...0x208C: 53
    case 0x2070...0x209F, 0xB2, 0xB3, 0xB9: 42
    case 0xB7, 0x2018...0x201A: 32
    case 0xB0, 0x2013, 0x201C...0x201E: 52
    // Capitals with accents, Greek and Cyrillic.
    case 0xC0...0xDE: 79
    case 0xE6, 0x152, 0x153, 0x174: 107
    case 0x391...0x3AB: 80
    case 0x3C6...0x3C9: 84
    case 0xDF...0x17F, 0x370...0x3CE: 66
    case 0x400...0x4FF: 95
    case 0x300...0x36F: 0
    // Dashes, arrows and operators.
    case 0x2014, 0x2026: 100
    case 0x221A: 64
    case 0xD7, 0xF7, 0xB1, 0x2190...0x22FF: 84
    default: 66
    }
  }

  private static let printable = 0x20...0x7E
  private static let regular: [Int] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]
  private static let bold: [Int] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84,
    86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44,
    72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
  ]
}
