import BookModel
import Markdown
import Markup
import MathML

/// A work as the bibliography names it.
struct BibliographyItem {
  let words: InterfaceWords
  let entry: BibliographyEntry
  /// The letter behind the year, or nothing.
  let letter: String

  /// A piece of the item's line.
  private enum Piece {
    case text(FormattedText)
    /// The title of a work that stands alone.
    case work(FormattedText)
    case link(BibliographyEntry.Link)
  }

  /// Puts authors, year, title, place of publication and address at the end of a line. A work without
  /// authors begins with its title.
  func write(into line: MarkdownNode) {
    let date = "(\(words.date(entry.dates[.date], letter: letter)))"
    let authors = entry.creators.map { words.creators($0.people, as: $0.role) }
    let head: [Piece] = authors.map { [.text("\($0) \(date)")] } ?? title + [.text(" \(date)")]
    var pieces: [Piece] = []
    for part in [head, authors == nil ? [] : title, place, links] where !part.isEmpty {
      if !pieces.isEmpty { pieces.append(.text(endsSentence(pieces) ? " " : ". ")) }
      pieces += part
    }
    if !endsSentence(pieces) { pieces.append(.text(".")) }
    for piece in pieces {
      switch piece {
      case .text(let text): line.append(text, words)
      case .work(let title):
        line.appendInline(opening: "<cite>", closing: "</cite>").append(title, words)
      case .link(let link): line.append(FormattedText(link), words)
      }
    }
  }

  /// Returns true when a mark that ends a sentence stands at the end.
  private func endsSentence(_ pieces: [Piece]) -> Bool {
    switch pieces.last {
    case .text(let text), .work(let text): text.plain.last.map { ".?!。？！".contains($0) } ?? false
    default: false
    }
  }

  // MARK: Titles

  /// The types of works that stand alone; the titles of all others are those of parts.
  private static let wholeTypes: Set<String> = [
    "book", "mvbook", "booklet", "collection", "mvcollection", "proceedings", "mvproceedings",
    "reference", "mvreference", "periodical", "thesis", "manual", "movie", "music", "video",
    "audio",
  ]

  private func text(_ field: BibliographyEntry.Field) -> FormattedText? { entry.fields[field] }

  /// A title with its subtitle, and what is added to it.
  private func title(
    _ title: BibliographyEntry.Field, _ subtitle: BibliographyEntry.Field? = nil
  ) -> FormattedText? {
    guard var whole = text(title) else { return nil }
    if let more = subtitle.flatMap(text) {
      let hasEnd = whole.plain.last.map { ".?!:".contains($0) } ?? false
      whole += (hasEnd ? " " : ": ") + more
    }
    return whole
  }

  private var title: [Piece] {
    var parts: [Piece] = []
    if let title = title(.title, .subtitle) {
      parts.append(Self.wholeTypes.contains(entry.type) ? .work(title) : .text(title))
    }
    if let addition = text(.titleaddon) { parts.append(.text(addition)) }
    return joined(parts.map { [$0] }, ". ")
  }

  private func joined(_ parts: [[Piece]], _ separator: FormattedText) -> [Piece] {
    Array(parts.joined(separator: [.text(separator)]))
  }

  // MARK: Places

  /// The journal, or the book that the work is a part of, with its volume; then all else.
  private var place: [Piece] {
    var parts: [[Piece]] = []
    let isArticle = text(.journaltitle) != nil
    let isPart = isArticle || (text(.booktitle).map { $0 != text(.title) } ?? false)
    if isPart { parts.append(container(isArticle: isArticle)) }
    if let issue = text(.issuetitle) { parts.append([.work(issue)]) }
    if let main = title(.maintitle, .mainsubtitle) { parts.append([.work(main)]) }
    // What begins with a word of the page's own begins a sentence when nothing stands before it.
    func add(_ texts: [FormattedText?], isOwn: Bool = false) {
      for text in texts.compactMap(\.self) {
        parts.append([.text(isOwn && parts.isEmpty ? text.capitalized : text)])
      }
    }
    let volumes = [isPart ? nil : volume, text(.part).map(words.part)]
    let isOfWhole = text(.maintitle) != nil
    if isOfWhole { add(volumes) }
    add([series(isArticle: isArticle)])
    add((isOfWhole ? [] : volumes) + contributions + [kind], isOwn: true)
    add([text(.howpublished), event])
    add([text(.chapter).map(words.chapter)], isOwn: true)
    add([text(.eid), text(.pages), list(.publisher), list(.institution), list(.organization)])
    add([list(.location), text(.edition).map(words.edition)])
    add([text(.version).map(words.version)], isOwn: true)
    add([text(.volumes).map(words.volumes), text(.pagetotal).map(words.pages), text(.note)])
    add([text(.addendum), text(.pubstate).map(words.keyword)])
    add([original], isOwn: true)
    add([text(.isbn).map { "ISBN " + $0 }])
    return joined(parts, ", ")
  }

  /// The volume of a book, or of a journal with the issue.
  private var volume: FormattedText? {
    guard let volume = text(.volume) else { return nil }
    guard entry.type == "periodical", let number = text(.number) else {
      return words.volume(volume)
    }
    return words.volume(volume) + "(" + number + ")"
  }

  private func container(isArticle: Bool) -> [Piece] {
    let name =
      isArticle ? title(.journaltitle, .journalsubtitle) : title(.booktitle, .booksubtitle)
    var pieces: [Piece] = []
    if let others = entry.names[.bookauthor], others != entry.names[.author] {
      pieces.append(.text(FormattedText(words.people(others) + ", ")))
    }
    if let name { pieces.append(.work(name)) }
    var numbers = FormattedText()
    if let volume = text(.volume) { numbers += " " + volume }
    let hasSeries = !isArticle && text(.volume) == nil && text(.series) != nil
    if let number = text(.number), !hasSeries { numbers += "(" + number + ")" }
    if let issue = text(.issue) { numbers += " " + issue }
    pieces.append(.text(numbers))
    return pieces
  }

  /// The series, with the work's number in it.
  private func series(isArticle: Bool) -> FormattedText? {
    guard let series = text(.series) else { return nil }
    if isArticle { return words.series(series) }
    let isFree = text(.booktitle) == nil || text(.volume) == nil
    guard isFree, let number = text(.number), !isNumberedKind else { return series }
    return series + " " + number
  }

  /// True for reports and patents, whose number is not that of a series.
  private var isNumberedKind: Bool {
    ["report", "patent", "manual", "standard", "legislation"].contains(entry.type)
  }

  /// What kind of work it is, with its number: "PhD thesis", "technical report RC-6947".
  private var kind: FormattedText? {
    let number = isNumberedKind || text(.series) == nil ? text(.number) : nil
    let isShown = text(.journaltitle) == nil && text(.booktitle) == nil
    guard isShown, entry.type != "periodical" else { return text(.type).map(words.keyword) }
    let fallback = words.kind(entry.type).map { FormattedText($0) }
    guard let kind = text(.type).map(words.keyword) ?? fallback else { return number }
    return number.map { kind + " " + $0 } ?? kind
  }

  private var event: FormattedText? {
    let date = entry.dates[.eventdate].map { FormattedText(words.date($0)) }
    let parts = [text(.eventtitle), text(.venue), date].compactMap(\.self)
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + ", " + $1 }
  }

  /// A list whose items "and" divides.
  private func list(_ field: BibliographyEntry.Field) -> FormattedText? {
    guard let list = text(field) else { return nil }
    guard list.runs.count == 1, list.runs[0].tex == nil else { return list }
    return FormattedText(words.list(list.plain))
  }

  private var original: FormattedText? {
    guard entry.dates[.origdate] != nil || text(.origpublisher) != nil else { return nil }
    let year = entry.dates[.origdate].map { words.year($0) }
    let parts = [text(.origpublisher)?.plain, year].compactMap(\.self)
    return FormattedText(words.original(parts.joined(separator: ", ")))
  }

  // MARK: People

  /// What people other than the creators did. Those who edited and translated are named once.
  private var contributions: [FormattedText?] {
    let creators = entry.creators?.role
    var groups: [(people: BibliographyEntry.Names, deeds: [InterfaceWords.Deed])] = []
    for role in BibliographyEntry.Role.allCases where role != .author && role != .bookauthor {
      guard role != creators, let people = entry.names[role] else { continue }
      let deed = words.deed(role, type: type(of: role))
      let same = groups.firstIndex {
        $0.people == people && deed.isParticiple && $0.deeds[0].isParticiple
      }
      if let same { groups[same].deeds.append(deed) } else { groups.append((people, [deed])) }
    }
    let language = text(.origlanguage)?.plain
    return groups.map {
      FormattedText(words.contribution($0.deeds.map(\.words), of: $0.people, from: language))
    }
  }

  private func type(of role: BibliographyEntry.Role) -> String? {
    switch role {
    case .editora: text(.editoratype)?.plain
    case .editorb: text(.editorbtype)?.plain
    case .editorc: text(.editorctype)?.plain
    default: nil
    }
  }

  // MARK: Addresses

  private var links: [Piece] {
    var parts = entry.links.map { [Piece.link($0)] }
    if !parts.isEmpty, entry.links.last?.address == entry.links.last?.text,
      let date = entry.dates[.urldate]
    {
      parts[parts.count - 1].append(.text(FormattedText(words.visited(words.date(date)))))
    }
    return joined(parts, ", ")
  }
}

extension FormattedText {
  /// The text with a capital letter at its beginning.
  fileprivate var capitalized: FormattedText {
    guard let first = runs.first, first.tex == nil else { return self }
    var text = FormattedText()
    var capital = first
    capital.text = first.text.prefix(1).uppercased() + first.text.dropFirst()
    text.append(capital)
    for run in runs.dropFirst() { text.append(run) }
    return text
  }

  fileprivate init(_ link: BibliographyEntry.Link) {
    self.init()
    append(Run(link.text, address: link.address))
  }
}

extension MarkdownNode {
  /// Adds a text with its looks, links and formulas.
  fileprivate func append(_ text: FormattedText, _ words: InterfaceWords) {
    for run in text.runs {
      var place = self
      if let address = run.address, case .outside(let target) = LinkTarget(address) {
        place = place.appendInline(opening: "<a href=\"\(target)\">", closing: "</a>")
      }
      for (style, tags) in Self.tags where run.style.contains(style) {
        place = place.appendInline(opening: tags.opening, closing: tags.closing)
      }
      if let tex = run.tex {
        let view = FormulaView(words: words, formula: TeXFormula(tex, style: .inline))
        place.appendInline(opening: view.html, closing: "", words: view.searchWords)
      } else if run.address != nil {
        place.append(address: run.text)
      } else {
        place.append(text: run.text)
      }
    }
  }

  /// Adds the words of a link. A long address ends its lines behind strokes, and behind hyphens, dots and
  /// parentheses in long parts, rather than anywhere; and not at its end, where a full stop follows.
  private func append(address: String) {
    let isLong = address.utf8.count > 16 && !address.contains(" ")
    var part = ""
    for (index, sign) in address.enumerated() {
      part.append(sign)
      let isLast = index == address.count - 1
      let endsPart = sign == "/" || "-).".contains(sign) && part.count >= Self.longPart
      guard isLast || isLong && endsPart else { continue }
      append(text: part)
      part = ""
      if !isLast { appendInline(opening: "<wbr/>", closing: "") }
    }
  }

  /// The length from which a part of an address may be too long for the narrowest line.
  private static let longPart = 8

  private static let tags: [(FormattedText.Style, (opening: HTML, closing: HTML))] = [
    (.emphasis, ("<em>", "</em>")), (.strong, ("<strong>", "</strong>")),
    (.smallCapitals, ("<span style=\"font-variant: small-caps\">", "</span>")),
    (.code, ("<code>", "</code>")), (.superscript, ("<sup>", "</sup>")),
    (.subscript, ("<sub>", "</sub>")),
  ]
}
