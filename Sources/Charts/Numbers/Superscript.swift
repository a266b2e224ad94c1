/// A whole number in superscript characters: `⁻¹²`.
func superscript(_ number: Int) -> String {
  let forms = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  var text = ""
  for byte in number.description.utf8 {
    text += byte == UInt8(ascii: "-") ? "⁻" : forms[Int(byte - UInt8(ascii: "0"))]
  }
  return text
}
