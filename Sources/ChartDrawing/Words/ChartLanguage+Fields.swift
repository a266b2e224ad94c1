import Charts
import Numerals

// Numbers and points in the texts of charts of functions of two variables.
extension ChartLanguage {
  /// Returns a number with a typographic minus sign.
  func number(_ value: Double) -> String { NumberFormat.concise.typeset(value) }

  /// Returns a point, "(−5, −2)", as precisely as the picture shows it.
  func place(_ x: Double, _ y: Double, in grid: Grid?) -> String {
    "(" + coordinate(x, grid?.x ?? []) + ", " + coordinate(y, grid?.y ?? []) + ")"
  }

  private func coordinate(_ value: Double, _ places: [Double]) -> String {
    guard let first = places.first, let last = places.last, last > first, (last - first).isFinite
    else { return number(value) }
    // The precision is a thousandth of the picture.
    let decimals = 3 - Int(decimalLogarithm(last - first).rounded(.down))
    guard (0...9).contains(decimals), value.magnitude < 1e6 else { return number(value) }
    var digits = [UInt8](NumberFormat.fixed(decimals: decimals).text(value).utf8)
    if digits.contains(UInt8(ascii: ".")) {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    let text = String(decoding: digits, as: UTF8.self)
    return text == "-0" ? "0" : typeset(text)
  }

  /// Returns the range of an axis: "x from −6 to 6".
  private func span(_ axis: Axis, _ name: String, _ places: [Double]) -> String {
    let name = axis.label.isEmpty ? name : axis.label
    guard let first = places.first, let last = places.last else { return name }
    return say(
      "\(name) from \(number(first)) to \(number(last))",
      "\(name) 从 \(number(first)) 到 \(number(last))")
  }

  func spans(_ chart: Chart, _ grid: Grid?) -> String {
    let x = span(chart.x, "x", grid?.x ?? [])
    let y = span(chart.y, "y", grid?.y ?? [])
    return say("\(x) and \(y)", "\(x)，\(y)")
  }
}
