extension SwiftScanner {
  /// Scans an integer, or a number with a fraction or an exponent, in any of the four bases.
  mutating func scanNumber() {
    let start = position
    let isTupleElement = previousIsDot
    if !isTupleElement, peek() == .zero, let isDigit = digits(afterZero: peek(1)) {
      position += 2
      scanDigits(isDigit)
      if bytes[start + 1] == 0x78 { scanFractionAndExponent(isDigit, exponent: 0x70) }
    } else {
      scanDigits(\.isDigit)
      if !isTupleElement { scanFractionAndExponent(\.isDigit, exponent: 0x65) }
    }
    emit(.number, from: start)
  }

  private var previousIsDot: Bool {
    guard let previous, previous.kind == .punctuation else { return false }
    return bytes[previous.range.lowerBound] == .dot
  }

  private func digits(afterZero base: UInt8) -> ((UInt8) -> Bool)? {
    switch base {
    case 0x78: { $0.isHexDigit }  // x
    case 0x62: { $0 == .zero || $0 == .zero + 1 }  // b
    case 0x6F: { (.zero..<0x38).contains($0) }  // o
    default: nil
    }
  }

  private mutating func scanDigits(_ isDigit: (UInt8) -> Bool) {
    skip { isDigit($0) || $0 == .underscore }
  }

  private mutating func scanFractionAndExponent(_ isDigit: (UInt8) -> Bool, exponent: UInt8) {
    if peek() == .dot, isDigit(peek(1)) {
      position += 1
      scanDigits(isDigit)
    }
    guard peek() | 0x20 == exponent else { return }
    let signLength = peek(1) == .plus || peek(1) == .minus ? 1 : 0
    guard peek(1 + signLength).isDigit else { return }
    position += 1 + signLength
    scanDigits(\.isDigit)
  }
}
