import Numerals

/// Returns a formatted number with a typographic minus sign.
func axisText(_ number: String) -> String {
  number.utf8.first == UInt8(ascii: "-") ? "−" + number.dropFirst() : number
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
