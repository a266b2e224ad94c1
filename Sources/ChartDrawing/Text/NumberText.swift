import Numerals

/// Returns a formatted number as it is set in print: with a minus sign instead of a hyphen, and with a
/// power of ten, `4.89×10⁻⁵` or `10³⁰`, instead of
/// `4.89e-05` or `1e+30`.
func typeset(_ number: String) -> String {
  let parts = number.split(separator: "e", maxSplits: 1)
  guard parts.count == 2, let exponent = Int(parts[1]) else { return withMinusSign(number) }
  let power = "10" + superscript(exponent)
  switch parts[0] {
  case "1": return power
  case "-1": return "−" + power
  default: return withMinusSign(String(parts[0])) + "×" + power
  }
}

private func withMinusSign(_ number: String) -> String {
  number.utf8.first == UInt8(ascii: "-") ? "−" + number.dropFirst() : number
}

extension NumberFormat {
  /// Returns a number as it is set in print.
  func typeset(_ value: Double) -> String { ChartDrawing.typeset(text(value)) }
}

/// Returns a number in scientific notation: `2.5×10⁶`, and `10⁶` when the factor is 1.
func powerText(_ digits: DecimalDigits, isNegative: Bool = false) -> String {
  var text = isNegative ? "−" : ""
  let top = digits.exponent
  if digits.digits != [1] {
    text += digits.places(from: top, downTo: top)
    let decimals = digits.digits.count - 1
    if decimals > 0 { text += "." + digits.places(from: top - 1, downTo: top - decimals) }
    text += "×"
  }
  return text + "10" + superscript(top)
}

/// Returns an integer in superscript characters: `⁻¹²`.
func superscript(_ number: Int) -> String {
  let forms = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  var text = ""
  for byte in number.description.utf8 {
    text += byte == UInt8(ascii: "-") ? "⁻" : forms[Int(byte - UInt8(ascii: "0"))]
  }
  return text
}
