import ChartDrawing
import Markup
import Numerals
import Transcript

/// The place of an experiment in its page, as the page's script describes it in lines `show KEY=VALUE`:
///
///     show language=zh
///     show block=3
///     show anchor=sgd-batch-1
///     show figures=2 3.
///     show tables=1 3.
///     show value=floor %.2e
///
/// Other lines are not about the place.
struct LivePlace {
  /// The numbers of figures or of tables: `3.2`, `3.3`.
  struct Numbers {
    /// The number of the block's first one.
    var first = 1
    /// The text before it, such as the chapter's number.
    var prefix = ""

    /// Returns the number of one of the block, counted from 1.
    func number(_ index: Int) -> String { prefix + (first + index - 1).description }
  }

  /// A value that the prose shows.
  struct Value {
    /// The request as it was written: the name, a space, the format, which may be empty.
    let text: String
    let name: String
    let format: NumberFormat?

    /// Returns the text that the prose shows.
    func shown(_ content: PublishedValue.Content) -> String {
      switch content {
      case .text(let text): TypographicText.text(text)
      case .number(let number): TypographicText.text(ValueText.text(number, format))
      }
    }
  }

  private(set) var language = ChartLanguage.english
  private(set) var blockNumber = 1
  private(set) var anchor = ""
  private(set) var figures = Numbers()
  private(set) var tables = Numbers()
  private(set) var values: [Value] = []

  /// Reads the lines.
  init(_ input: [UInt8]) {
    for line in input.split(separator: UInt8(ascii: "\n")) where line.starts(with: "show ".utf8) {
      let rest = line.dropFirst(5)
      guard let sign = rest.firstIndex(of: UInt8(ascii: "=")) else { continue }
      take(rest[..<sign], rest[(sign + 1)...])
    }
  }

  private mutating func take(_ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    let text = String(decoding: value, as: UTF8.self)
    if key.elementsEqual("language".utf8) {
      language = text == "zh" ? .chinese : .english
    } else if key.elementsEqual("block".utf8) {
      blockNumber = Int(text) ?? blockNumber
    } else if key.elementsEqual("anchor".utf8) {
      anchor = text
    } else if key.elementsEqual("figures".utf8) {
      figures = Self.numbers(value)
    } else if key.elementsEqual("tables".utf8) {
      tables = Self.numbers(value)
    } else if key.elementsEqual("value".utf8) {
      let (name, format) = Self.halves(value)
      values.append(
        Value(text: text, name: String(decoding: name, as: UTF8.self), format: Self.format(format)))
    }
  }

  private static func numbers(_ value: ArraySlice<UInt8>) -> Numbers {
    let (first, prefix) = halves(value)
    return Numbers(
      first: Int(String(decoding: first, as: UTF8.self)) ?? 1,
      prefix: String(decoding: prefix, as: UTF8.self))
  }

  /// Returns the bytes before and after the first space.
  private static func halves(
    _ value: ArraySlice<UInt8>
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let space = value.firstIndex(of: UInt8(ascii: " ")) else { return (value, []) }
    return (value[..<space], value[(space + 1)...])
  }

  /// Reads `%.2f`, `%.2e` or `%.3g`; nil for no format.
  private static func format(_ text: ArraySlice<UInt8>) -> NumberFormat? {
    guard let letter = text.last,
      let digits = Int(String(decoding: text.dropFirst(2).dropLast(), as: UTF8.self))
    else { return nil }
    switch letter {
    case UInt8(ascii: "f"): return .fixed(decimals: digits)
    case UInt8(ascii: "e"): return .scientific(decimals: digits)
    default: return .general(digits: digits)
    }
  }
}
