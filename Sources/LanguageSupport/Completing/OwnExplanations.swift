import BookModel
import MathML
import Parsing
import Prose

/// Explanations of all that is no Swift.
struct OwnExplanations {
  let chapter: EditedChapter
  let book: any EditedBook

  /// Returns the explanation of the word at a place; nil when there is nothing to say.
  func explanation(at offset: Int) async -> Explanation? {
    let end = end(ofWordAt: offset)
    let context = ContextReader.context(in: chapter, at: end)
    guard let typed = context.typed, typed.lowerBound <= offset,
      let markdown = await markdown(for: context, chapter.text.text(typed))
    else { return nil }
    return Explanation(markdown: markdown, range: typed)
  }

  private func end(ofWordAt offset: Int) -> Int {
    let line = chapter.text.content(ofLine: chapter.text.position(ofByte: offset).line)
    var end = offset
    let marks = [UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "@")]
    if end < line.upperBound, marks.contains(chapter.text.bytes[end]) { end += 1 }
    while end < line.upperBound, ChapterText.isOfKey(chapter.text.bytes[end]),
      chapter.text.bytes[end] != UInt8(ascii: ":")
    {
      end += 1
    }
    return end
  }

  private func markdown(for context: CursorContext, _ word: String) async -> String? {
    switch context {
    case .fence(let before, _):
      let name = word.prefix { $0 != "=" }
      let roles = before.filter { ChapterSyntax.roles.contains($0) } + ["listing"]
      return ChapterSyntax.fenceOptions(role: roles[0]).first { $0.name == name }
        .map { "`\($0.form)`" }
    case .optionName:
      return ChapterSyntax.lineOptions(role: "experiment").first { $0.name == word }
        .map { "`\($0.form)`" }
    case .frontMatterKey:
      return ChapterSyntax.frontMatterKeys.first { $0.name == word }
        .map { "`\($0.name)`: \($0.form)" }
    case .label:
      let proposals = await OwnCompletions(chapter: chapter, book: book).proposals(for: context)
      return proposals.first { $0.label == word }?.detail
    case .citation:
      return await book.works(for: chapter.path).first { $0.key == word }?.text
    case .inlineValue:
      let id = String(word.prefix { $0 != "." })
      let isKnown = chapter.chapter.blocks.contains { $0.experimentID == id }
      return isKnown ? "the value `\(word.dropFirst(id.count + 1))` of the experiment `\(id)`" : nil
    case .formulaCommand:
      return FormulaCommand.all.first { "\\" + $0.name == word }?.sign
    case .code, .path, .dataFile, .frontMatterValue, .formulaEnvironment, .text: return nil
    }
  }
}
