import Numerals

/// A published number as prose writes it.
public enum ValueText {
  /// Returns a number with a minus sign, and `4.89 · 10⁻⁵` instead of `4.89e-05`.
  /// - Parameter format: nil for the usual one
  public static func text(_ number: Double, _ format: NumberFormat? = nil) -> String {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let text = (format ?? (isWhole ? .shortest : .concise)).text(number)
    let parts = text.utf8.split(separator: UInt8(ascii: "e"))
    guard parts.count == 2, let power = Int(String(Substring(parts[1]))) else {
      return withMinus(Substring(text))
    }
    return withMinus(Substring(parts[0])) + " · 10" + superscript(power)
  }

  private static func withMinus(_ text: Substring) -> String {
    text.utf8.first == UInt8(ascii: "-")
      ? "−" + String(Substring(text.utf8.dropFirst())) : String(text)
  }

  private static func superscript(_ power: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return power.description.utf8.map {
      $0 == UInt8(ascii: "-") ? "⁻" : digits[Int($0 - UInt8(ascii: "0"))]
    }.joined()
  }
}
