import BookModel
import Digests

/// The list of a book's chapters, from which its pages link to each other.
public struct BookOutline: Equatable, Sendable {
  /// A chapter in the outline.
  public struct Entry: Equatable, Sendable {
    /// The path of its page.
    public let path: PagePath
    /// Its title, language, number and summary.
    public let frontMatter: FrontMatter
    /// The name by which links find its title, if it stands in the text.
    let titleAnchor: String?

    /// The entry of a chapter.
    public init(_ chapter: Chapter) {
      path = PagePath(ofChapter: chapter.path)
      frontMatter = chapter.frontMatter.typeset
      titleAnchor = chapter.titleAnchor
    }
  }

  /// What the book is called.
  public let book: BookDescription
  /// The version of the book that a server shows; nil for a site of files. Served pages carry the editing
  /// layer.
  let servedVersion: Int?
  /// The chapters in the order of reading: by language, then by number, those without one last.
  public let entries: [Entry]
  /// The languages that the book has chapters in.
  let languages: [FrontMatter.Language]
  /// The numbers of the chapters that others refer to, by their pages.
  let numbers: [PagePath: LabelNumbers]
  /// The names that the book documents.
  let names: ReferenceNames
  /// Differs between outlines that have other chapters, or have them in another order.
  let fingerprint: [UInt8]
  private let places: [PagePath: Int]
  /// The places of the pages with the same file name.
  private let namesakes: [String: [Int]]

  /// The outline of a book.
  /// - Parameters:
  ///   - chapters: the book's chapters, in any order
  ///   - book: what the book is called
  ///   - runs: what running them came to, by their paths: figures are counted in it
  ///   - names: the names that the book documents
  ///   - servedVersion: the version of the book that a server shows; nil for a site of files
  public init(
    chapters: some Sequence<Chapter>, book: BookDescription = BookDescription(),
    runs: [String: ChapterRun] = [:], names: ReferenceNames = ReferenceNames(),
    servedVersion: Int? = nil
  ) {
    (self.book, self.names, self.servedVersion) = (book, names, servedVersion)
    numbers = Self.numbers(Array(chapters), runs)
    entries = chapters.map(Entry.init).sorted(by: Self.precedes)
    let spoken = Set(entries.map(\.frontMatter.language))
    languages = FrontMatter.Language.allCases.filter(spoken.contains)
    var digest = SHA256()
    for language in languages { digest.update(book.title(in: language)) }
    for author in book.authors { digest.update(author) }
    digest.update(book.licence ?? "")
    for entry in entries {
      digest.update(entry.frontMatter.language.rawValue)
      digest.update(entry.path.description)
    }
    for (name, place) in names.places.sorted(by: { $0.key < $1.key }) {
      for text in [name, place.chapter, place.anchor, place.sentence] { digest.update(text) }
    }
    fingerprint = digest.digest()
    places = Dictionary(
      entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    namesakes = Dictionary(grouping: entries.indices) { [entries] in entries[$0].path.name }
  }

  /// True for a book that a server shows.
  var isServed: Bool { servedVersion != nil }

  /// Returns true when the path is that of a chapter's page.
  func contains(_ path: PagePath) -> Bool { places[path] != nil }

  /// The chapters in one language, in the order of reading.
  func entries(in language: FrontMatter.Language) -> [Entry] {
    entries.filter { $0.frontMatter.language == language }
  }

  /// The numbers up to that of the book's last chapter, in any language, that no chapter in this one
  /// has, as ranges; none in a book that leaves out most numbers, for they do not count its chapters.
  func missingNumbers(in language: FrontMatter.Language) -> [ClosedRange<Int>] {
    let own = Set(entries(in: language).compactMap(\.frontMatter.order))
    let all = Set(entries.compactMap(\.frontMatter.order)).filter { $0 > 0 }.sorted()
    var missing: [ClosedRange<Int>] = []
    guard let last = all.last, last <= 2 * all.count else { return [] }
    func add(_ range: ClosedRange<Int>) {
      if let last = missing.last, last.upperBound + 1 == range.lowerBound {
        missing[missing.count - 1] = last.lowerBound...range.upperBound
      } else {
        missing.append(range)
      }
    }
    var next = 1
    for number in all {
      if number > next { add(next...number - 1) }
      if !own.contains(number) { add(number...number) }
      next = number + 1
    }
    return missing
  }

  /// The chapters before and after a page in its language.
  func neighbours(of path: PagePath) -> (previous: Entry?, next: Entry?) {
    guard let here = places[path] else { return (nil, nil) }
    let language = entries[here].frontMatter.language
    let before = here > 0 ? entries[here - 1] : nil
    let after = here + 1 < entries.count ? entries[here + 1] : nil
    return (
      before?.frontMatter.language == language ? before : nil,
      after?.frontMatter.language == language ? after : nil
    )
  }

  /// The same chapter in other languages: the pages with the same file name.
  func translations(of path: PagePath) -> [Entry] {
    guard let here = places[path], let others = namesakes[path.name] else { return [] }
    let language = entries[here].frontMatter.language
    return others.map { entries[$0] }.filter { $0.frontMatter.language != language }
  }

  /// The entry of a page; nil when it is none of the book's.
  func entry(of path: PagePath) -> Entry? { places[path].map { entries[$0] } }

  private static func numbers(
    _ chapters: [Chapter], _ runs: [String: ChapterRun]
  ) -> [PagePath: LabelNumbers] {
    var wanted: Set<PagePath> = []
    for chapter in chapters {
      for case let address? in chapter.prose.references.lazy.map(\.chapter) {
        let page = PagePath(ofChapter: chapter.path).page(ofChapterAt: address)
        if let page { wanted.insert(page) }
      }
    }
    var numbers: [PagePath: LabelNumbers] = [:]
    for chapter in chapters where !wanted.isEmpty {
      let page = PagePath(ofChapter: chapter.path)
      guard wanted.contains(page) else { continue }
      numbers[page] = LabelNumbers(chapter, runs[chapter.path] ?? ChapterRun())
    }
    return numbers
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    let languages = FrontMatter.Language.allCases
    let (languageA, languageB) = (
      languages.firstIndex(of: a.frontMatter.language) ?? 0,
      languages.firstIndex(of: b.frontMatter.language) ?? 0
    )
    if languageA != languageB { return languageA < languageB }
    let (orderA, orderB) = (place(of: a.frontMatter), place(of: b.frontMatter))
    return orderA == orderB ? a.path < b.path : orderA < orderB
  }

  /// What is read first has the smallest place: pages before the first chapter, the chapters by their
  /// numbers, those without one, the reference, lists.
  private static func place(of matter: FrontMatter) -> Int {
    if matter.isFront { return 0 }
    if let order = matter.order { return order }
    return matter.lists != nil ? .max : matter.isReference ? .max - 1 : .max - 2
  }
}
