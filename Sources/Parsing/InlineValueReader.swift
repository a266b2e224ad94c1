import BookModel
import Markdown

/// Finds the code spans of a chapter that refer to published values, and reports their errors.
struct InlineValueReader {
  let source: SourceText
  /// The experiments by their ids.
  let experiments: [String: Block]
  let errors: ErrorCollector

  /// Returns all valid references, in the order of the text.
  func read(_ document: MarkdownDocument) -> [InlineValue] {
    var values: [InlineValue] = []
    for node in Array(document.root.descendants) where node.kind == .code {
      guard let literal = node.literal, InlineValueText.isMeant(by: literal) else { continue }
      guard let value = value(literal, at: source.place(of: node)) else { continue }
      node.become(.inlineValue, item: values.count)
      values.append(value)
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
}
