import BookModel

/// The text of a first chapter: small, complete, with one example of each element.
struct ChapterTemplate {
  /// The chapter's number, from 1.
  let number: Int
  /// The chapter's title.
  let title: String

  /// Returns the chapter as Markdown.
  func text(in language: FrontMatter.Language) -> String {
    let summary =
      switch language {
      case .english: "One sentence that says what the reader will know afterwards."
      case .chinese: "用一句话说明读者读完能知道什么。"
      }
    let body =
      switch language {
      case .english: Self.english
      case .chinese: Self.chinese
      }
    return """
      ---
      title: \(title)
      lang: \(language.rawValue)
      order: \(number)
      summary: \(summary)
      ---

      \(body)
      """
  }
}
