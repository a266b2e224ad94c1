/// Parses the names of operators, and lengths.
extension TeXParser {
  /// Parses the name in the braces of `\operatorname`; the starred form has its limits below.
  mutating func operatorName(_ name: String, from start: Int) -> MathNode? {
    let isStarred = name != "operatorname"
    let place = index
    guard let word = word(of: name) else { return nil }
    if word.isEmpty {
      report(.wrongWord(word, of: "\\" + name), from: start)
      return nil
    }
    if let text = Self.plainName(word) { return .function(text, takesLimits: isStarred) }
    index = place
    _ = skip("{")
    let outer = font
    font = .upright
    defer { font = outer }
    return .classed(group(), .largeOperator, takesLimits: isStarred)
  }

  /// Returns a name of letters, in which `\,` is the usual space; nil when it contains anything
  /// else.
  private static func plainName(_ word: String) -> String? {
    let parts = word.utf8.split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false)
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x20, 0x80...: true
      default: false
      }
    }
    var names: [String] = []
    for (index, part) in parts.enumerated() {
      guard index == 0 || part.first == UInt8(ascii: ",") else { return nil }
      let letters = part.dropFirst(index == 0 ? 0 : 1)
      guard letters.allSatisfy(isPlain) else { return nil }
      names.append(String(Substring(letters)))
    }
    return names.joined(separator: "\u{2009}")
  }

  /// Parses empty width: in braces after `\hspace` and `\mspace`, without them after `\kern` and
  /// similar commands.
  mutating func horizontalSpace(_ name: String, from start: Int) -> MathNode? {
    let isBraced = ["hspace", "hspace*", "mspace"].contains(name)
    guard let word = isBraced ? word(of: name) : bareLength() else { return nil }
    if let width = Self.width(word) { return .space(width) }
    let command = "\\" + name
    report(
      word.isEmpty ? .missingArgument(of: command) : .wrongWord(word, of: command), from: start)
    return nil
  }

  private mutating func bareLength() -> String {
    skipSpace()
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    while isDigit(byte) || byte == UInt8(ascii: ".") { index += 1 }
    let unit = index
    while isLetter(byte), index < unit + 2 { index += 1 }
    return text(start, index)
  }

  /// Returns a length in MathML's units: an em is 18 of TeX's `mu`.
  private static func width(_ word: String) -> String? {
    let unit = String(Substring(word.utf8.suffix(2)))
    let digits = word.utf8.dropLast(2)
    let isNumber =
      digits.enumerated().allSatisfy { offset, byte in
        (0x30...0x39).contains(byte) || byte == 0x2E || offset == 0 && byte == 0x2D
      } && digits.contains { (0x30...0x39).contains($0) }
      && digits.count(where: { $0 == 0x2E }) <= 1
    guard isNumber, ["em", "ex", "pt", "px", "cm", "mm", "mu"].contains(unit) else { return nil }
    guard unit == "mu" else { return word }
    return Double(String(Substring(digits))).map { "\(($0 / 18 * 10_000).rounded() / 10_000)em" }
  }
}
