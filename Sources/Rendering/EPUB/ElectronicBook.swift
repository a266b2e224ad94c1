import BookModel
import Digests
import Markup

/// A book as an EPUB 3: the chapters' text as it stands on the pages, without scripts.
/// - Source: EPUB 3.2, https://www.w3.org/publishing/epub32/
struct ElectronicBook {
  /// The book whose electronic form it is.
  let book: WholeBook

  /// The archive.
  /// - Parameter parts: the parts of all chapters, in their order
  func file(_ parts: [BookPart]) -> SiteFile {
    let texts = parts.map(\.electronic)
    var archive = ZipArchive()
    // Readers look for this one first, as it is.
    archive.add("mimetype", Array("application/epub+zip".utf8), compressed: false)
    archive.add("META-INF/container.xml", Array(Self.container.utf8))
    archive.add("EPUB/package.opf", Array(package(of: texts).utf8))
    archive.add("EPUB/contents.xhtml", Array(contents(parts).markup.utf8))
    archive.add("EPUB/contents.ncx", Array(outline(parts, identifier: identifier(of: texts)).utf8))
    archive.add("EPUB/cover.xhtml", Array(cover.markup.utf8))
    archive.add("EPUB/\(coverFile.name)", coverFile.bytes)
    archive.add("EPUB/style.css", Array(Stylesheet.electronicBook.utf8))
    for (index, text) in texts.enumerated() {
      archive.add("EPUB/\(Self.name(index))", text.content)
    }
    return SiteFile(
      path: PagePath.electronicBook(book.language).description, bytes: archive.file)
  }

  private var words: InterfaceWords { book.words }

  private static func name(_ index: Int) -> String { "chapter-\(index + 1).xhtml" }

  // MARK: Texts

  private func page(title: String, type: String, _ body: HTML) -> HTML {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
    lang="\(words.languageTag)" xml:lang="\(words.languageTag)">
    <head>
    <title>\(title)</title>
    <link rel="stylesheet" type="text/css" href="style.css"/>
    </head>
    <body epub:type="\(type)">
    \(body)</body>
    </html>

    """
  }

  /// A chapter's file.
  /// - Parameter isLive: true when its page runs its experiments
  func part(_ index: Int, _ body: HTML, isLive: Bool) -> BookPart.Electronic {
    let bytes = Array(chapter(index, body, isLive: isLive).utf8)
    var digest = SHA256()
    digest.update(bytes)
    return BookPart.Electronic(
      content: ZipArchive.Content(bytes), digest: digest.digest(),
      hasFormulas: body.places.contains { $0.kind == .namespace(.mathML) },
      hasDrawings: body.places.contains { $0.kind == .namespace(.svg) })
  }

  private func chapter(_ index: Int, _ body: HTML, isLive: Bool) -> String {
    let entry = book.entries[index]
    let output = HTMLOutput(isElectronic: true) { address in
      if let place = book.place(of: address, from: entry.path) {
        return Self.name(place.chapter) + (place.name.isEmpty ? "" : "#" + place.name)
      }
      // Files beside the pages are not in the book.
      if case .outside = LinkTarget(address) { return nil }
      return Self.name(index)
    }
    let opening = ChapterOpening(
      words: words, frontMatter: entry.frontMatter, anchor: entry.titleAnchor,
      // The site may be anywhere.
      livePage: isLive ? "\(entry.path.description)" : nil
    ).html
    return page(
      title: entry.frontMatter.title, type: "bodymatter",
      """
      <section epub:type="chapter" class="prose">
      \(opening)\(output.markup(of: body))</section>

      """
    ).markup
  }

  private var coverFile: (name: String, mediaType: String, bytes: [UInt8]) {
    guard case .image(let content) = book.outline.book.cover else {
      return ("cover.svg", "image/svg+xml", Array(CoverDrawing.file(words: words).utf8))
    }
    let kind = content.mediaType.split(separator: "/").last?.prefix { $0 != "+" } ?? "image"
    return ("cover.\(kind)", content.mediaType, content.bytes)
  }

  private var cover: HTML {
    page(
      title: words.cover, type: "cover",
      "<p class=\"cover\"><img src=\"\(coverFile.name)\" alt=\"\(words.bookTitle)\"/></p>\n")
  }

  /// The sections that the contents list. The names of a reference would be more than all else, on a small
  /// screen pages of them before the first chapter; the reference has an index of its own.
  private static func listedSections(of part: BookPart, _ frontMatter: FrontMatter)
    -> [PageContents.Section]
  {
    frontMatter.isReference ? [] : part.sections
  }

  private func contents(_ parts: [BookPart]) -> HTML {
    let items = zip(book.entries, parts).enumerated().map { index, chapter -> HTML in
      let frontMatter = chapter.0.frontMatter
      let sections = Self.listedSections(of: chapter.1, frontMatter).map { section -> HTML in
        "<li><a href=\"\(Self.name(index))#\(section.anchor)\">\(section.title)</a></li>\n"
      }
      let list: HTML? = sections.isEmpty ? nil : "\n<ol>\n\(sections.joined())</ol>\n"
      return """
        <li><a href="\(Self.name(index))">\(numberedTitle(frontMatter))</a>\(list)</li>

        """
    }
    return page(
      title: words.tableOfContents, type: "frontmatter",
      """
      <nav epub:type="toc" class="prose">
      <h1>\(words.tableOfContents)</h1>
      <ol>
      \(items.joined())</ol>
      </nav>

      """)
  }

  /// The contents for readers of EPUB 2.
  /// - Source: EPUB 2.0.1, Open Packaging Format, section 2.4.1
  private func outline(_ parts: [BookPart], identifier: String) -> String {
    var points: HTML = ""
    var order = 0
    func open(_ title: String, _ address: String) -> HTML {
      order += 1
      return """
        <navPoint id="point-\(order)" playOrder="\(order)"><navLabel><text>\(title)</text></navLabel>\
        <content src="\(address)"/>
        """
    }
    for (index, (entry, part)) in zip(book.entries, parts).enumerated() {
      points += open(numberedTitle(entry.frontMatter), Self.name(index))
      for section in Self.listedSections(of: part, entry.frontMatter) {
        points += open(section.title, "\(Self.name(index))#\(section.anchor)")
        points += "</navPoint>\n"
      }
      points += "</navPoint>\n"
    }
    let outline: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" \
      xml:lang="\(words.languageTag)">
      <head><meta name="dtb:uid" content="\(identifier)"/></head>
      <docTitle><text>\(words.bookTitle)</text></docTitle>
      <navMap>
      \(points)</navMap>
      </ncx>

      """
    return outline.markup
  }

  private func numberedTitle(_ frontMatter: FrontMatter) -> String {
    (frontMatter.order.map { words.chapterNumber($0) + " " } ?? "") + frontMatter.title
  }

  // MARK: Package

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
    </rootfiles>
    </container>

    """

  private func package(of texts: [BookPart.Electronic]) -> String {
    let items = texts.enumerated().map { index, text -> HTML in
      let properties = [(text.hasFormulas, "mathml"), (text.hasDrawings, "svg")]
        .filter(\.0).map(\.1)
      let declared: HTML? =
        properties.isEmpty ? nil : " properties=\"\(properties.joined(separator: " "))\""
      return """
        <item id="chapter-\(index + 1)" href="\(Self.name(index))" \
        media-type="application/xhtml+xml"\(declared)/>

        """
    }
    let order = texts.indices.map { index -> HTML in "<itemref idref=\"chapter-\(index + 1)\"/>\n" }
    let package: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
      xml:lang="\(words.languageTag)">
      \(metadata(identifier: identifier(of: texts)))<manifest>
      <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" \
      properties="nav"/>
      <item id="outline" href="contents.ncx" media-type="application/x-dtbncx+xml"/>
      <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      <item id="cover-image" href="\(coverFile.name)" media-type="\(coverFile.mediaType)" \
      properties="cover-image"/>
      <item id="style" href="style.css" media-type="text/css"/>
      \(items.joined())</manifest>
      <spine toc="outline">
      <itemref idref="cover"/>
      <itemref idref="contents"/>
      \(order.joined())</spine>
      </package>

      """
    return package.markup
  }

  /// The date is not that of the build: the same book is the same file.
  private func metadata(identifier: String) -> HTML {
    """
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">\(identifier)</dc:identifier>
    <dc:title>\(words.bookTitle)</dc:title>
    <dc:language>\(words.languageTag)</dc:language>
    \(details)    <meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessMode">visual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">alternativeText</meta>
    <meta property="schema:accessibilityFeature">MathML</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    </metadata>

    """
  }

  /// What the book's file says beyond its title.
  private var details: HTML {
    let description = words.bookDescription.map { text -> HTML in
      "<dc:description>\(text)</dc:description>\n"
    }
    let creators = book.outline.book.authors.map { name -> HTML in
      "<dc:creator>\(name)</dc:creator>\n"
    }
    let rights = book.outline.book.licence.map { licence -> HTML in
      "<dc:rights>\(licence)</dc:rights>\n"
    }
    return "\(creators.joined())\(description)\(rights)"
  }

  /// The book's own identifier, else a name that changes with the texts and with nothing else.
  /// - Source: RFC 9562, section 5.8 (UUID version 8).
  private func identifier(of texts: [BookPart.Electronic]) -> String {
    if let identifier = book.outline.book.identifier { return identifier }
    var digest = SHA256()
    for text in texts { digest.update(text.digest) }
    var bytes = Array(digest.digest().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = "urn:uuid:"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
