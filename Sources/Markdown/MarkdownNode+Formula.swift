/// Formulas as CommonMark sees them: a code span between two dollar signs of the text around it, and
/// a code block whose first word is `math`.
extension MarkdownNode {
  /// True when the node is the code span of a formula.
  public var isFormula: Bool {
    guard kind == .code, let before = previousSibling, let after = nextSibling,
      before.kind == .text, after.kind == .text
    else { return false }
    return before.literal?.utf8.last == 0x24 && after.literal?.utf8.first == 0x24
  }

  /// True when the node is a code block that holds a formula.
  public var isFormulaBlock: Bool {
    guard kind == .codeBlock, let info else { return false }
    return info.utf8.prefix { $0 != 0x20 && $0 != 0x09 }.elementsEqual("math".utf8)
  }
}
