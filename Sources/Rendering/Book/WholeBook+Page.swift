import BookModel

extension WholeBook {
  /// The whole book on one page, to be printed: all chapters in their order, their names made unique,
  /// links between them within the page.
  var page: SiteFile {
    let path = PagePath.book(language)
    let others = outline.languages.filter { $0 != language }.map { ($0, PagePath.book($0)) }
    let top = PageTop(words: words, path: path, translations: others)
    let heads = chapters.indices.map { index in
      let head = RunningHead(words: words, frontMatter: chapters[index].entry.frontMatter)
      return head.rule(for: name(of: index)) + "\n#\(name(of: index)) { page: \(name(of: index)); }"
    }
    let frame = PageFrame(
      words: words, title: "\(words.wholeBook) · \(words.bookTitle)",
      description: words.bookDescription, scripts: PageScript.site + scripts,
      style: heads.joined(), data: PageFrame.siteData(path, outline))
    let html = frame.page(
      """
      \(top.html)<main id="_text" class="book">
      <header class="opening">
      <h1>\(words.bookTitle)</h1>
      <p class="summary">\(words.bookDescription)</p>
      </header>
      \(contents)\(chapters.indices.map(chapter).joined())</main>
      """)
    return SiteFile(path: path.description, bytes: Array(html.markup.utf8))
  }

  /// The scripts that any of the chapters has a use for, each once.
  private var scripts: [PageScript] {
    var seen: Set<String> = []
    return chapters.flatMap(\.scripts).filter { seen.insert($0.fingerprint).inserted }
  }

  /// The name of a chapter in the page.
  private func name(of index: Int) -> String { "c\(index + 1)" }

  private var contents: HTML {
    let items = chapters.indices.map { index -> HTML in
      let frontMatter = chapters[index].entry.frontMatter
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

  private func chapter(_ index: Int) -> HTML {
    let chapter = chapters[index]
    let folder = PagePath(parts: chapter.entry.path.parts.dropLast() + ["x"])
    let up = PagePath.index.link(to: folder).dropLast()
    let rewriter = MarkupRewriter(
      link: { address in
        if let place = place(of: address, from: chapter) {
          let name = name(of: place.chapter)
          return "#" + (place.name.isEmpty ? name : name + "_" + place.name)
        }
        guard case .relative = LinkTarget(address), address.utf8.first != UInt8(ascii: "#") else {
          return nil
        }
        return up + address
      }, prefix: name(of: index) + "_")
    return """
      <div class="chapter" id="\(name(of: index))">
      \(ChapterOpening(words: words, frontMatter: chapter.entry.frontMatter).html)\
      <div class="prose">
      \(HTML(trusted: rewriter.rewriting(chapter.body.markup)))</div>
      </div>

      """
  }
}
