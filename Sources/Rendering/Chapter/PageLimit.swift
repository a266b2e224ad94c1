import BookModel
import Markup

/// The most that a page may hold. What would make it larger is left out, and said.
struct PageLimit {
  /// The bytes of a page's text.
  static let maximumSize = 20_000_000

  /// The diagnostics of what was left out.
  private(set) var faults: [Diagnostic] = []
  private var size = 0
  private let chapter: Chapter

  /// The limit of a chapter's page, of which nothing is there yet.
  init(_ chapter: Chapter) { self.chapter = chapter }

  /// Counts what a block is shown with.
  /// - Returns: what to say in its place; nil when there is room for it
  mutating func count(_ html: HTML?, of block: Block) -> Diagnostic? {
    let more = html?.length ?? 0
    guard size + more > Self.maximumSize else {
      size += more
      return nil
    }
    return fault("with this block's outputs", size + more, at: block.fence)
  }

  /// Looks at the whole text, and at the list of its sections.
  /// - Returns: what to say in its place; nil when it is not too large
  mutating func check(_ html: HTML, _ contents: HTML?) -> Diagnostic? {
    let size = html.length + (contents?.length ?? 0)
    guard size > Self.maximumSize else { return nil }
    return fault(
      "the text is left out:", size, at: SourceRange(file: chapter.path, line: 1, column: 1))
  }

  private mutating func fault(_ what: String, _ size: Int, at place: SourceRange) -> Diagnostic {
    let fault = Diagnostic(
      at: place,
      "\(what) the page has \(size / 1_000_000) MB; it has at most \(Self.maximumSize / 1_000_000) MB",
      hint: "show less, or make two chapters of it")
    faults.append(fault)
    return fault
  }
}
