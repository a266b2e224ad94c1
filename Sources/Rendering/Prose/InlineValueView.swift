import BookModel
import Markdown
import Markup
import Numerals
import Prose
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

  /// Puts the value that a node names in its place.
  ///
  /// Text that shows itself stays text, so that it counts among the words of a heading.
  func replace(_ node: MarkdownNode) {
    guard let value = node.item.map({ values[$0] }) else { return }
    guard let text = text(of: node) else {
      let missing = words.missingValue("\(value.experiment).\(value.name)")
      node.replace(withInlineHTML: "<span class=\"missing\">\(missing)</span>")
      return
    }
    let visible = VisibleText(text)
    if let plain = visible.plainText {
      node.replace(withText: TypographicText.text(plain))
    } else {
      node.replace(withInlineHTML: visible.html, words: text)
    }
  }

  /// Returns the text of the value that a node names; nil when its experiment has not published it.
  func text(of node: MarkdownNode) -> String? {
    guard let value = node.item.map({ values[$0] }) else { return nil }
    return switch results[value.experiment]?.value(named: value.name) {
    case .text(let text): text
    case .number(let number): Self.text(number, value.format)
    case nil: nil
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
