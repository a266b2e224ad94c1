import Numerals

/// The format of one array's elements, so that they stand in columns.
/// - Source: NumPy's `array2string` with its default options
struct ElementFormat {
  private static var precision: Int { 8 }

  private let dtype: DType
  private let isScientific: Bool
  private let wholeWidth: Int
  private let fractionWidth: Int
  private var exponentWidth = 0

  /// Finds the format that suits the given elements.
  init(_ elements: [Double], _ dtype: DType, signColumn: Bool) {
    self.dtype = dtype
    let finite = elements.filter { $0.isFinite }
    let sizes = finite.filter { $0 != 0 }.map { $0.magnitude }
    let (largest, smallest) = (sizes.max() ?? 1, sizes.min() ?? 1)
    isScientific =
      dtype == .float32
      ? ElementFormat.needsPowers(Float(largest), Float(smallest), from: 1e6)
      : ElementFormat.needsPowers(largest, smallest, from: 1e8)

    var whole = 0
    var fraction = 0
    for value in finite {
      let parts = ElementFormat.parts(value, dtype, scientific: isScientific)
      whole = max(whole, parts.whole.utf8.count)
      fraction = max(fraction, parts.fraction.utf8.count)
      exponentWidth = max(exponentWidth, parts.exponent.utf8.count)
    }
    fractionWidth = fraction
    let afterWhole = fraction + exponentWidth + (finite.isEmpty ? 0 : 1)
    for value in elements where !value.isFinite {
      whole = max(whole, NumberFormat.shortest.text(value).utf8.count - afterWhole)
    }
    let hasSign = elements.contains { $0 < 0 }
    wholeWidth = whole + (signColumn && !hasSign ? 1 : 0)
    hasPoint = !finite.isEmpty
  }

  private let hasPoint: Bool

  /// Returns true if elements from `smallest` to `largest` are too far from 1, or from each other, to
  /// stand in columns without powers of ten; judged in the elements' own type.
  /// - Parameter limit: the least size that always takes powers; it depends on the type since NumPy
  ///   2.3
  private static func needsPowers<T: Element>(_ largest: T, _ smallest: T, from limit: T) -> Bool {
    largest >= limit || smallest < 1e-4 || largest / smallest > 1000
  }

  /// One element, as wide as all the others.
  func text(_ value: Double) -> String {
    let width = wholeWidth + (hasPoint ? 1 : 0) + fractionWidth + exponentWidth
    guard value.isFinite else {
      return ElementFormat.padded(NumberFormat.shortest.text(value), to: width)
    }
    var parts =
      isScientific ? powerParts(value) : ElementFormat.parts(value, dtype, scientific: false)
    while parts.fraction.utf8.count < fractionWidth { parts.fraction += " " }
    return ElementFormat.padded(parts.whole, to: wholeWidth) + "." + parts.fraction + parts.exponent
  }

  /// An element with a power of ten. Digits beyond its shortest ones are those of the exact value,
  /// which can change the power: 1e-04 in float32 is 9.9999997e-05.
  private func powerParts(_ value: Double) -> (whole: String, fraction: String, exponent: String) {
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: fractionWidth + 1)
    let (top, low) = (digits.exponent, digits.exponent - fractionWidth)
    return (
      (value.sign == .minus ? "-" : "") + digits.places(from: top, downTo: top),
      digits.places(from: top - 1, downTo: low),
      ElementFormat.exponentText(digits.isZero ? 0 : top, digits: exponentWidth - 2)
    )
  }

  /// `e-05`, or with more digits.
  private static func exponentText(_ power: Int, digits: Int) -> String {
    let text = power.magnitude.description
    let zeros = String(repeating: "0", count: max(0, digits - text.utf8.count))
    return (power < 0 ? "e-" : "e+") + zeros + text
  }

  /// A number by itself: the shortest text that reads back as the same element.
  static func scalarText(_ value: Double, _ dtype: DType) -> String {
    guard value.isFinite else { return NumberFormat.shortest.text(value) }
    let magnitude = value.magnitude
    let limit = dtype == .float32 ? 1e6 : 1e16
    let parts = parts(
      value, dtype, scientific: magnitude != 0 && (magnitude >= limit || magnitude < 1e-4),
      precision: 400)
    let fraction = parts.fraction.isEmpty && parts.exponent.isEmpty ? "0" : parts.fraction
    let point = fraction.isEmpty ? "" : "."
    return parts.whole + point + fraction + parts.exponent
  }

  private static func parts(
    _ value: Double, _ dtype: DType, scientific: Bool, precision: Int = ElementFormat.precision
  ) -> (whole: String, fraction: String, exponent: String) {
    let places = { (digits: DecimalDigits) in
      scientific ? precision + 1 : digits.exponent + 1 + precision
    }
    var digits =
      dtype == .float32 ? DecimalDigits(shortest: Float(value)) : DecimalDigits(shortest: value)
    if digits.digits.count > places(digits) {
      digits = DecimalDigits(exactly: value)
      digits.round(toCount: places(digits))
      digits.dropTrailingZeros()
    }
    let sign = value.sign == .minus ? "-" : ""
    let top = scientific ? digits.exponent : max(digits.exponent, 0)
    let low = digits.exponent - digits.digits.count + 1
    let unit = scientific ? top : 0
    let whole = sign + digits.places(from: top, downTo: unit)
    let fraction = low < unit && !digits.isZero ? digits.places(from: unit - 1, downTo: low) : ""
    guard scientific else { return (whole, fraction, "") }
    return (whole, fraction, exponentText(digits.isZero ? 0 : digits.exponent, digits: 2))
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
