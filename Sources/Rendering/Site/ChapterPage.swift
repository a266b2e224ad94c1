import BookModel
import ChartDrawing
import Charts

/// A chapter as a page: one file that is complete in itself and is the same for the same chapter
/// and the same results, to the byte.
public struct ChapterPage: Sendable {
  private let chapter: Chapter
  private let run: ChapterRun
  private let outline: BookOutline?
  private let live: LiveChapter?

  /// The page of a chapter.
  ///
  /// - Parameters:
  ///   - chapter: the chapter.
  ///   - run: what running its experiments came to; experiments without a result show only code.
  ///   - outline: the book that the page leads on to; nil for a page that stands alone.
  ///   - live: what the page needs to run its experiments itself; nil for a page that does not.
  public init(
    chapter: Chapter, run: ChapterRun, outline: BookOutline? = nil, live: LiveChapter? = nil
  ) {
    var chapter = chapter
    chapter.frontMatter = chapter.frontMatter.typeset
    self.chapter = chapter
    self.run = run
    self.outline = outline
    self.live = live
  }

  /// The same page with another chapter.
  private init(shortened chapter: Chapter, of page: ChapterPage) {
    (self.chapter, run, outline, live) = (chapter, page.run, page.outline, nil)
  }

  /// The file, with its place in the site.
  public var page: Page { Page(path: path.description, html: html) }

  /// The file's text.
  public var html: String { htmlAndFaults.html }

  /// The file's text, and what was left out because it would be too large.
  public var htmlAndFaults: (html: String, faults: [Diagnostic]) {
    let words = words
    let body = body(words)
    return (html(of: body, words), body.excess)
  }

  /// A name for all that the page depends on: as long as it is the same, the page is.
  /// - Parameter program: tells apart the programs that make pages
  public func key(program: String) -> String {
    PageKey(chapter, run, outline, live, program: program).name
  }

  /// The page, and the chapter's part of the whole book.
  /// - Parameters:
  ///   - index: the chapter's place in the book
  ///   - book: the book of the chapter's language
  func rendered(_ index: Int, of book: WholeBook) -> RenderedChapter {
    let words = words
    let body = body(words)
    let shown = ReferenceShortening(words: words).shortened(chapter).map { shortened in
      ChapterPage(shortened: shortened, of: self).body(words)
    }
    let inBooks = shown ?? body
    return RenderedChapter(
      page: Page(path: path.description, html: html(of: body, words)),
      part: BookPart(
        sections: inBooks.sections, scripts: bookScripts(for: body).map(\.fingerprint),
        printed: PrintedBook(book: book).part(index, inBooks.html, isLive: live != nil),
        electronic: ElectronicBook(book: book).part(index, inBooks.html, isLive: live != nil),
        searched: SearchIndex.part(book.entries[index], inBooks.texts)),
      faults: body.excess)
  }

  private var words: InterfaceWords {
    InterfaceWords(
      language: chapter.frontMatter.language, description: outline?.book ?? BookDescription())
  }

  private func html(of body: ChapterBody, _ words: InterfaceWords) -> String {
    let opening = ChapterOpening(
      words: words, frontMatter: chapter.frontMatter, anchor: chapter.titleAnchor)
    let languages = outline.map { LanguageLinks(words: words, path: path, outline: $0).html }
    let contents = PageContents(
      words: words, sections: body.sections, languages: languages ?? nil)
    let top = outline.map { PageTop(words: words, path: path, outline: $0).html }
    let bottom = outline.map {
      PageBottom(
        words: words, path: path, outline: $0, hasSource: ChapterDownloads.hasSource(chapter),
        hasProgram: ChapterDownloads.hasProgram(chapter)
      ).html
    }
    let frame = PageFrame(
      words: words, title: title(words), description: chapter.frontMatter.summary,
      scripts: scripts(for: body),
      style: (showsAmounts || isServed ? Stylesheet.maps : "")
        + RunningHead(words: words, frontMatter: chapter.frontMatter).rule()
        + (isServed ? Stylesheet.editing : "") + (live == nil ? "" : Stylesheet.liveNotes),
      data: outline.map { PageFrame.siteData(path, $0) } ?? [], connects: isServed,
      runsModules: live != nil)
    let data = live.map { LiveData(chapter: chapter, run: run, live: $0).html }
    return frame.page(
      """
      \(top)<main id="_text">
      \(opening.html)\(contents.html)<div class="prose">
      \(body.html)</div>
      </main>
      \(bottom)\(data)
      """
    ).markup
  }

  /// The chapter's text without the page around it, with the author's own quotation marks and dashes: where
  /// it goes, others may set them.
  public var fragment: String {
    body(words, isTypeset: false).html.markup
  }

  /// Some blocks as the page shows them, by their names; without those of which nothing is to be seen.
  func blocks(_ anchors: Set<String>) -> [String: String] {
    body(words, only: anchors).onlyBlocks.mapValues(\.markup)
  }

  private func body(
    _ words: InterfaceWords, isTypeset: Bool = true, only anchors: Set<String>? = nil
  ) -> ChapterBody {
    ChapterBody(
      chapter: chapter, run: run, words: words, links: ChapterLinks(path: path, outline: outline),
      isTypeset: isTypeset, only: anchors, live: live)
  }

  private var isServed: Bool { outline?.isServed ?? false }

  /// The scripts of the page: those of the site, if it is a part of one, and its own.
  private func scripts(for body: ChapterBody) -> [PageScript] {
    // A served page may get any of them later.
    if isServed { return PageScript.site + PageScript.ofServedChapters }
    return (outline == nil ? [] : PageScript.site) + ownScripts(for: body)
  }

  /// The scripts that what is in the chapter has a use for.
  private func ownScripts(for body: ChapterBody) -> [PageScript] {
    bookScripts(for: body) + (live == nil ? [] : [.live])
  }

  /// The scripts that what is in the chapter has a use for in a whole book, where nothing runs.
  private func bookScripts(for body: ChapterBody) -> [PageScript] {
    var scripts: [PageScript] = []
    if body.hasCode { scripts.append(.copy) }
    if showsChart { scripts += [.dataFile, .pointer] }
    if showsAnimation { scripts.append(.animation) }
    return scripts
  }

  private var showsChart: Bool { showsChart(where: { _ in true }) }
  private var showsAnimation: Bool { showsChart(where: \.isAnimated) }
  private var showsAmounts: Bool { showsChart(where: \.showsAmounts) }

  /// Returns true when a chart of such a kind is shown.
  private func showsChart(where isOfKind: (Chart) -> Bool) -> Bool {
    run.results.values.contains { result in
      result.outputs.contains { if case .chart(let chart) = $0 { isOfKind(chart) } else { false } }
    }
  }

  private var path: PagePath { PagePath(ofChapter: chapter.path) }

  private func title(_ words: InterfaceWords) -> String {
    outline == nil || words.bookTitle.isEmpty
      ? chapter.frontMatter.title : "\(chapter.frontMatter.title) · \(words.bookTitle)"
  }
}
