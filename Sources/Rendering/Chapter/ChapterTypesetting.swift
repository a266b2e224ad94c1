import BookModel
import MathML

/// The typesetting that a page needs beyond Markdown: formulas and coloured code.
public enum ChapterTypesetting {
  /// The markup of all formulas and all code of a chapter, in this order.
  public static func markup(of chapter: Chapter) -> [String] {
    chapter.formulas.map { TeXFormula($0.tex, style: $0.isDisplay ? .display : .inline).markup }
      + chapter.blocks.map { SwiftHighlighting.lines(of: $0.code).markup }
  }
}
