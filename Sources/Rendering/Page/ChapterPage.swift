import BookModel

/// A chapter as a page: one file that is complete in itself and is the same for the same chapter
/// and the same results, to the byte.
public struct ChapterPage: Sendable {
  private let chapter: Chapter
  private let run: ChapterRun
  private let outline: BookOutline?

  /// The page of a chapter.
  ///
  /// - Parameters:
  ///   - chapter: the chapter.
  ///   - run: what running its experiments came to; experiments without a result show only code.
  ///   - outline: the book that the page leads on to; nil for a page that stands alone.
  public init(chapter: Chapter, run: ChapterRun, outline: BookOutline? = nil) {
    self.chapter = chapter
    self.run = run
    self.outline = outline
  }

  /// The file, with its place in the site.
  public var page: Page { Page(path: path.description, html: html) }

  /// The file's text.
  public var html: String {
    let words = InterfaceWords(language: chapter.frontMatter.language)
    let body = body(words)
    let opening = ChapterOpening(words: words, frontMatter: chapter.frontMatter)
    let contents = PageContents(words: words, sections: body.sections)
    let top = outline.map { PageTop(words: words, path: path, outline: $0).html }
    let bottom = outline.flatMap { PageBottom(words: words, path: path, outline: $0).html }
    let frame = PageFrame(
      words: words, title: title(words), description: chapter.frontMatter.summary,
      hasCode: body.hasCode)
    return frame.page(
      """
      \(top)<main id="_text">
      \(opening.html)\(contents.html)<div class="prose">
      \(body.html)</div>
      </main>
      \(bottom)
      """
    ).markup
  }

  /// The chapter's text without the page around it.
  public var fragment: String {
    body(InterfaceWords(language: chapter.frontMatter.language)).html.markup
  }

  private func body(_ words: InterfaceWords) -> ChapterBody {
    ChapterBody(
      chapter: chapter, run: run, words: words, links: ChapterLinks(path: path, outline: outline))
  }

  private var path: PagePath { PagePath(ofChapter: chapter.path) }

  private func title(_ words: InterfaceWords) -> String {
    outline == nil
      ? chapter.frontMatter.title : "\(chapter.frontMatter.title) · \(words.bookTitle)"
  }
}
