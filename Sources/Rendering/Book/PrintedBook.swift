import BookModel
import Markup

/// A whole book on one page, to be printed: all chapters in their order, their names made unique,
/// links between them within the page.
struct PrintedBook {
  /// The book whose page it is.
  let book: WholeBook

  private var words: InterfaceWords { book.words }

  /// The page.
  /// - Parameter parts: the parts of all its chapters, in their order
  func file(_ parts: [BookPart]) -> SiteFile {
    let entries = book.entries
    let path = PagePath.book(book.language)
    let others = book.outline.languages.filter { $0 != book.language }.map {
      ($0, PagePath.book($0))
    }
    let top = PageTop(
      words: words, path: path,
      languages: LanguageLinks(words: words, path: path, translations: others))
    let heads = entries.indices.map { index in
      let head = RunningHead(words: words, frontMatter: entries[index].frontMatter)
      return head.rule(for: name(of: index)) + "\n#\(name(of: index)) { page: \(name(of: index)); }"
    }
    let frame = PageFrame(
      words: words, title: "\(words.wholeBook) · \(words.bookTitle)",
      description: words.bookDescription,
      scripts: PageScript.site + PageScript.ofChapters(parts.lazy.flatMap(\.scripts)),
      style: Stylesheet.wholeBook + heads.joined(), data: PageFrame.siteData(path, book.outline))
    let start: HTML = """
      \(top.html)<main id="_text" class="book">
      <header class="opening">
      \(BookOpening(words: words).html)</header>
      \(contents)
      """
    let (before, after) = frame.halves
    var bytes = Array((before.markup + start.markup).utf8)
    bytes.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.printed.count } + 100_000)
    let room = room(for: parts)
    for part in parts[..<room] { bytes += part.printed }
    for index in room..<parts.count { bytes += place(of: index).markup.utf8 }
    bytes += "</main>\(after.markup)".utf8
    return SiteFile(path: path.description, bytes: bytes)
  }

  /// Returns a warning when the page has no room for all chapters.
  func excess(_ parts: [BookPart]) -> Diagnostic? {
    let room = room(for: parts)
    guard room < parts.count else { return nil }
    let size = parts.reduce(0) { $0 + $1.printed.count } / 1_000_000
    return Diagnostic(
      .warning, at: nil,
      """
      the page with the whole book would have \(size) MB; it has at most \
      \(PageLimit.maximumSize / 1_000_000) MB, and only links to the last \(parts.count - room) of \
      \(parts.count) chapters
      """,
      hint: "print the chapters one by one, or show less in them")
  }

  /// Returns the number of chapters, from the first on, that the page has room for.
  private func room(for parts: [BookPart]) -> Int {
    var size = 0
    return parts.firstIndex { part in
      size += part.printed.count
      return size > PageLimit.maximumSize
    } ?? parts.count
  }

  /// The place of a chapter that the page has no room for.
  private func place(of index: Int) -> HTML {
    let entry = book.entries[index]
    let link = PagePath.index.link(to: entry.path)
    return """
      <div class="chapter" id="\(name(of: index))">
      \(opening(of: index, isLive: false))\
      <div class="prose">
      <p><a href="\(link)">\(words.chapterOnItsOwnPage)</a></p>
      </div>
      </div>

      """
  }

  private func opening(of index: Int, isLive: Bool) -> HTML {
    let entry = book.entries[index]
    let page = PagePath.index.link(to: entry.path)
    let link: HTML = "<a href=\"\(page)\">\(page)</a>"
    let anchor = entry.titleAnchor.map { "\(name(of: index))_\($0)" }
    return ChapterOpening(
      words: words, frontMatter: entry.frontMatter, anchor: anchor, livePage: isLive ? link : nil
    ).html
  }

  /// The name of a chapter in the page.
  private func name(of index: Int) -> String { "c\(index + 1)" }

  private var contents: HTML {
    let items = book.entries.enumerated().map { index, entry -> HTML in
      let frontMatter = entry.frontMatter
      let number: HTML? = frontMatter.order.map { "<span class=\"number\">\($0)</span>" }
      return "<li>\(number)<a href=\"#\(name(of: index))\">\(frontMatter.title)</a></li>\n"
    }
    return """
      <nav class="prose" aria-labelledby="_contents">
      <h2 id="_contents">\(words.tableOfContents)</h2>
      <ol class="chapters">
      \(items.joined())</ol>
      </nav>

      """
  }

  /// A chapter's part of the page.
  /// - Parameters:
  ///   - index: the chapter's place in the book
  ///   - body: its text
  ///   - isLive: true when its page runs its experiments
  func part(_ index: Int, _ body: HTML, isLive: Bool) -> [UInt8] {
    let entry = book.entries[index]
    let folder = PagePath(parts: entry.path.parts.dropLast() + ["x"])
    let up = PagePath.index.link(to: folder).dropLast()
    let output = HTMLOutput(namePrefix: name(of: index) + "_") { address in
      if let place = book.place(of: address, from: entry.path) {
        let name = name(of: place.chapter)
        return "#" + (place.name.isEmpty ? name : name + "_" + place.name)
      }
      guard case .relative = LinkTarget(address) else { return nil }
      return up + address
    }
    let part: HTML = """
      <div class="chapter" id="\(name(of: index))">
      \(opening(of: index, isLive: isLive))\
      <div class="prose">
      \(output.markup(of: body))</div>
      </div>

      """
    return Array(part.markup.utf8)
  }
}
