import BookModel
import Markdown
import Markup
import Numerals
import Transcript

/// The text that the prose shows for a published value.
struct InlineValueView {
  private let values: [InlineValue]
  private let results: [String: ExperimentResult]
  private let words: InterfaceWords

  /// The values of a chapter.
  init(_ chapter: Chapter, _ run: ChapterRun, words: InterfaceWords) {
    values = chapter.inlineValues
    results = run.results
    self.words = words
  }

  /// Returns the text for the value that a node names; nil for other nodes.
  func html(of node: MarkdownNode) -> HTML? {
    guard node.kind == .inlineValue, let value = node.item.map({ values[$0] }) else { return nil }
    guard let content = results[value.experiment]?.value(named: value.name) else {
      return
        "<span class=\"missing\">\(words.missingValue("\(value.experiment).\(value.name)"))</span>"
    }
    switch content {
    case .text(let text): return VisibleText(text).html
    case .number(let number): return HTML(text: Self.text(number, value.format))
    }
  }

  /// The value that a node names as text; empty where there is none.
  func text(of node: MarkdownNode) -> String {
    guard let value = node.item.map({ values[$0] }) else { return "" }
    return switch results[value.experiment]?.value(named: value.name) {
    case .text(let text): text
    case .number(let number): Self.text(number, value.format)
    case nil: ""
    }
  }

  /// A number as prose writes it: with a minus sign, and `4.89 · 10⁻⁵` instead of `4.89e-05`.
  static func text(_ number: Double, _ format: InlineValue.Format?) -> String {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let chosen: NumberFormat =
      switch format {
      case .fixed(let decimals): .fixed(decimals: decimals)
      case .scientific(let decimals): .scientific(decimals: decimals)
      case .general(let digits): .general(digits: digits)
      case nil: isWhole ? .shortest : .concise
      }
    let text = chosen.text(number)
    let parts = text.utf8.split(separator: UInt8(ascii: "e"))
    guard parts.count == 2, let power = Int(String(Substring(parts[1]))) else {
      return withMinus(Substring(text))
    }
    return withMinus(Substring(parts[0])) + " · 10" + superscript(power)
  }

  private static func withMinus(_ text: Substring) -> String {
    text.utf8.first == UInt8(ascii: "-") ? "−" + String(text.dropFirst()) : String(text)
  }

  private static func superscript(_ power: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(power).utf8.map {
      $0 == UInt8(ascii: "-") ? "⁻" : digits[Int($0 - UInt8(ascii: "0"))]
    }.joined()
  }
}
