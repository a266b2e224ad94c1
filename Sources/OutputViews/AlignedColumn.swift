import Markup

/// The cells of one column. Numbers stand at the right and are padded with spaces as wide as a digit,
/// so that their decimal points meet, and have minus signs instead of hyphens; texts stand at the left.
public struct AlignedColumn {
  /// The cells as they are shown.
  public let cells: [String]
  /// True for a column of numbers.
  public let isNumeric: Bool

  /// A column of texts.
  public init(_ texts: [String]) {
    isNumeric =
      texts.allSatisfy { $0.isEmpty || Self.isNumber($0) } && !texts.allSatisfy { $0.isEmpty }
    guard isNumeric else { cells = texts; return }
    let tails = texts.map { Self.tail(Array($0.utf8)) }
    let widest = tails.map(Self.width).max() ?? 0
    let hasPoint = tails.contains { $0.first == UInt8(ascii: ".") }
    cells = zip(texts, tails).map { text, tail in
      let shown = Self.withMinus(text)
      guard Self.isFinite(text) else { return shown }
      var padding = ""
      var missing = widest - Self.width(tail)
      if tail.isEmpty, hasPoint, missing > 0 {
        padding += "\u{2008}"
        missing -= 1
      }
      return shown + padding + String(repeating: "\u{2007}", count: missing)
    }
  }

  /// The class of a column of texts; numbers are the usual.
  public var attribute: HTML { isNumeric ? "" : " class=\"text\"" }

  /// Returns a number with minus signs instead of hyphens.
  private static func withMinus(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") { bytes += "−".utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the part of a number from the decimal point on, or from the exponent on.
  private static func tail(_ text: [UInt8]) -> ArraySlice<UInt8> {
    let start = text.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") }
    guard let last = text.last, isDigit(last) else { return [] }
    return text[(start ?? text.endIndex)...]
  }

  /// Returns the number of characters, of which a minus sign has several bytes.
  private static func width(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }

  /// Returns true for a number written in decimal digits, `inf` and `nan`, with hyphens or minus signs.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func take(_ sign: UInt8) -> Bool {
      guard rest.first == sign else { return false }
      rest.removeFirst()
      return true
    }
    func takeSign() {
      if rest.starts(with: "−".utf8) {
        rest.removeFirst(3)
      } else if !take(UInt8(ascii: "-")) {
        _ = take(UInt8(ascii: "+"))
      }
    }
    func takeDigits() -> Int {
      let digits = rest.prefix { isDigit($0) }
      rest = rest[digits.endIndex...]
      return digits.count
    }
    takeSign()
    if isWord(rest) { return true }
    var digits = takeDigits()
    if take(UInt8(ascii: ".")) { digits += takeDigits() }
    if digits == 0 { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      takeSign()
      if takeDigits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func isWord(_ text: Substring.UTF8View) -> Bool {
    let lower = text.map { $0 | 0x20 }
    return lower == Array("nan".utf8) || lower == Array("inf".utf8)
      || lower == Array("infinity".utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isFinite(_ text: String) -> Bool { text.utf8.last.map(isDigit) ?? false }
}
