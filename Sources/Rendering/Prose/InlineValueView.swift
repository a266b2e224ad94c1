import BookModel
import Markdown
import Markup
import Numerals
import OutputViews
import Transcript

/// The text that the prose shows for a published value.
struct InlineValueView {
  private let values: [InlineValue]
  private let results: [String: ExperimentResult]
  private let words: InterfaceWords
  /// The experiments whose values can change in the page.
  private let live: Set<String>

  /// The values of a chapter.
  /// - Parameter live: the experiments whose values can change in the page
  init(_ chapter: Chapter, _ run: ChapterRun, words: InterfaceWords, live: Set<String> = []) {
    values = chapter.inlineValues
    results = run.results
    self.words = words
    self.live = live
  }

  /// Puts the value that a node names in its place.
  ///
  /// Text that shows itself stays text, so that it counts among the words of a heading.
  func replace(_ node: MarkdownNode) {
    guard let value = node.item.map({ values[$0] }) else { return }
    guard let text = text(of: node) else {
      let missing = words.missingValue("\(value.experiment).\(value.name)")
      node.replace(withInlineHTML: "<span class=\"missing\">\(missing)</span>", text: missing)
      return
    }
    let visible = VisibleText(text)
    let plain = visible.plainText.map { TypographicText.text($0) }
    if live.contains(value.experiment) {
      let shown = plain.map { HTML(text: $0) } ?? visible.html
      let format: HTML? = value.format.map { " data-format=\"\($0.text)\"" }
      let element: HTML =
        "<span data-value=\"\(value.experiment).\(value.name)\"\(format)>\(shown)</span>"
      node.replace(
        withInlineHTML: HTML(onPages: element, inElectronicBooks: shown), text: plain ?? text,
        words: text)
    } else if let plain {
      node.replace(withText: plain)
    } else {
      node.replace(withInlineHTML: visible.html, text: text, words: text)
    }
  }

  /// Returns the text of the value that a node names; nil when its experiment has not published it.
  func text(of node: MarkdownNode) -> String? {
    guard let value = node.item.map({ values[$0] }) else { return nil }
    return switch results[value.experiment]?.value(named: value.name) {
    case .text(let text): text
    case .number(let number): ValueText.text(number, value.format?.numberFormat)
    case nil: nil
    }
  }
}

extension InlineValue.Format {
  /// The format as C writes it.
  fileprivate var text: String {
    switch self {
    case .fixed(let decimals): "%.\(decimals)f"
    case .scientific(let decimals): "%.\(decimals)e"
    case .general(let digits): "%.\(digits)g"
    }
  }

  /// The format of the number's digits.
  fileprivate var numberFormat: NumberFormat {
    switch self {
    case .fixed(let decimals): .fixed(decimals: decimals)
    case .scientific(let decimals): .scientific(decimals: decimals)
    case .general(let digits): .general(digits: digits)
    }
  }
}
