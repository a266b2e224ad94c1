import BookModel
import Markdown

/// Finds the code spans of a chapter that name published values, and says what is wrong with them.
struct InlineValueReader {
  let source: SourceText
  let bodyLine: Int
  /// The experiments, by their ids.
  let experiments: [String: Block]
  let errors: ErrorCollector

  /// All of them, in the order of the text.
  func read(_ document: MarkdownDocument) -> [InlineValue] {
    var values: [InlineValue] = []
    var cursor = 0
    for node in document.root.descendants where node.kind == .code && !node.isFormula {
      guard let literal = node.literal, InlineValueText.isMeant(by: literal) else { continue }
      let place = place(of: literal, in: node, from: &cursor)
      if let value = value(literal, at: place) { values.append(value) }
    }
    return values
  }

  private func value(_ literal: String, at place: SourceRange) -> InlineValue? {
    guard let parts = InlineValueText.parts(of: literal) else {
      errors.report(.inlineValue(.notAName(literal)), at: place)
      return nil
    }
    guard let block = experiments[parts.experiment] else {
      let known = experiments.keys.sorted()
      errors.report(.inlineValue(.unknownExperiment(parts.experiment, known: known)), at: place)
      return nil
    }
    if block.options.norun {
      errors.report(.inlineValue(.doesNotRun(parts.experiment)), at: place)
      return nil
    }
    let format = parts.format.map(InlineValueText.format)
    if let text = parts.format, format == .some(nil) {
      errors.report(.inlineValue(.wrongFormat(text)), at: place)
      return nil
    }
    return InlineValue(
      text: literal, experiment: parts.experiment, name: parts.name, format: format ?? nil,
      range: place)
  }

  /// Where a code span's text stands. libcmark knows the place of an inline only nearly, that of the
  /// block around it exactly: the text is looked for there, behind the one that was found last. A
  /// text that a line's end takes apart is not found so; its block's first byte stands for it.
  private func place(of literal: String, in node: MarkdownNode, from cursor: inout Int)
    -> SourceRange
  {
    var block = node
    while !block.kind.isBlock, let parent = block.parent { block = parent }
    let line = block.start.line + bodyLine - 1
    let last = block.end.line + bodyLine - 1
    let wanted = Array(literal.utf8)
    let start = max(cursor, source.line(line).startIndex + block.start.column - 1)
    let end = source.line(last).endIndex
    var offset = start
    while offset + wanted.count <= end {
      let isHere =
        source.bytes[offset] == 0x3D && offset > 0
        && [0x60, 0x20].contains(source.bytes[offset - 1])
        && source.bytes[offset...].starts(with: wanted)
      if isHere {
        cursor = offset + wanted.count
        return SourceRange(
          file: source.file, start: source.position(ofByte: offset),
          end: source.position(ofByte: cursor))
      }
      offset += 1
    }
    return source.range(line: line, column: block.start.column)
  }
}
