import BookModel
import Markdown
import Markup
import MathML

/// The formulas of a chapter as they stand in its page.
struct ChapterFormulas {
  let words: InterfaceWords
  private let formulas: [Formula]
  private let macros: TeXMacros

  init(_ chapter: Chapter, words: InterfaceWords) {
    self.words = words
    (formulas, macros) = (chapter.formulas, chapter.macros)
  }

  /// A formula within a line.
  func view(ofInline node: MarkdownNode) -> FormulaView {
    FormulaView(words: words, formula: typeset(node, style: .inline))
  }

  /// A formula on lines of its own, with its number if it has one.
  func view(ofBlock node: MarkdownNode, _ references: CrossReferences) -> FormulaView {
    // An id that another place has is none.
    let known = node.item.flatMap { formulas[$0].id }
    let place = known.flatMap { references.numbers.places[$0] }
    let id = place?.kind == .equation ? known : nil
    let formula = typeset(node, style: .display)
    var view = FormulaView(
      words: words, formula: formula, id: id, number: id.flatMap { _ in place?.number })
    view.backlinks = id.flatMap(references.backlinks)
    return view
  }

  /// Converts a formula. One that is known to have errors is not expanded again.
  private func typeset(_ node: MarkdownNode, style: TeXFormula.Style) -> TeXFormula {
    let isFaulty = node.item.map { formulas[$0].isFaulty } ?? false
    return TeXFormula(
      node.literal ?? "", style: style, macros: macros, mostExpansions: isFaulty ? 0 : .max)
  }
}
