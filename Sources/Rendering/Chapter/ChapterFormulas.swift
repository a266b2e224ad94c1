import BookModel
import Markdown
import MathML

/// The formulas of a chapter as they stand in its page.
struct ChapterFormulas {
  let words: InterfaceWords
  /// The formulas on lines of their own, by the line of their fence in the file.
  private let byLine: [Int: Formula]

  init(_ chapter: Chapter, words: InterfaceWords) {
    self.words = words
    byLine = Dictionary(
      chapter.formulas.filter(\.isDisplay).map { ($0.range.start.line, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Puts a formula in place of its code span.
  func replaceInline(_ node: MarkdownNode) {
    let formula = TeXFormula(node.literal ?? "", style: .inline)
    let html = FormulaView(words: words, formula: formula).html
    node.replaceFormula(withInlineHTML: html.markup, text: formula.visibleText)
  }

  /// A formula on lines of its own, with its number if it has one; nil for one that the parser did not
  /// take for a formula, because its fence is not closed.
  func html(ofBlock node: MarkdownNode, _ references: CrossReferences) -> HTML? {
    guard let known = byLine[node.start.line] else { return nil }
    // An id that another place has is none.
    let place = known.id.flatMap { references.numbers.places[$0] }
    let id = place?.kind == .equation ? known.id : nil
    let formula = TeXFormula(node.literal ?? "", style: .display)
    var view = FormulaView(
      words: words, formula: formula, id: id, number: id.flatMap { _ in place?.number })
    view.backlinks = id.flatMap(references.backlinks)
    return view.html
  }
}
