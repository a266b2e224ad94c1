import BookModel

/// Finds chapters of one language that have the same number: figures, sections and references of both would
/// have the same names.
public enum NumberCheck {
  /// Returns a warning for each chapter whose number another one has, which comes first by its path.
  public static func findings(in chapters: [Chapter]) -> [Diagnostic] {
    let numbered = chapters.filter {
      $0.frontMatter.order ?? 0 > 0 && !$0.frontMatter.isReference
    }
    var first: [FrontMatter.Language: [Int: Chapter]] = [:]
    return numbered.sorted { $0.path < $1.path }.compactMap { chapter in
      guard let number = chapter.frontMatter.order else { return nil }
      let language = chapter.frontMatter.language
      guard let other = first[language]?[number] else {
        first[language, default: [:]][number] = chapter
        return nil
      }
      let start = SourcePosition(line: 1, column: 1)
      return Diagnostic(
        .warning, at: SourceRange(file: chapter.path, start: start),
        "the chapter's number \(number) is that of '\(other.path)' too",
        hint: "write another 'order' in the front matter of one of them",
        notes: [
          .init(range: SourceRange(file: other.path, start: start), message: "the other is here")
        ])
    }
  }
}
