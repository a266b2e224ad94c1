import BookModel
import Markdown
import Prose

/// Makes nodes of the citations in a chapter's text.
struct CitationReader {
  private let source: SourceText
  /// The groups, in the order of the text.
  private(set) var groups: [CitationGroup] = []

  init(source: SourceText) { self.source = source }

  /// The most lines that a bracket of citations has.
  private static let mostLines = 10

  /// Adds the following lines to a text that ends within a bracket of citations.
  ///
  /// - Returns: the places of the text's bytes.
  func joinLines(of node: MarkdownNode) -> LiteralPlaces {
    var places = LiteralPlaces(of: node, in: source)
    guard let literal = node.literal, TextPiece.endsWithinCitation(literal) else { return places }
    var (joined, seams, taken) = (literal, [Int](), [MarkdownNode]())
    var last = node
    while taken.count < 2 * Self.mostLines, let end = last.nextSibling, end.kind == .softBreak,
      let line = end.nextSibling, line.kind == .text, let more = line.literal
    {
      seams.append(joined.utf8.count)
      joined += " " + more
      taken += [end, line]
      places = places.joined(with: LiteralPlaces(of: line, in: source))
      last = line
      if more.utf8.contains(UInt8(ascii: "]")) { break }
    }
    let isCitation = (TextPiece.pieces(of: joined) ?? []).contains { piece, place in
      guard case .citation = piece, let seam = seams.first else { return false }
      return place.contains(seam)
    }
    guard isCitation else { return LiteralPlaces(of: node, in: source) }
    node.setLiteral(joined)
    for node in taken { node.remove() }
    return places
  }

  /// Makes a citation of a part of a text. Within a link or the words of an image only what can be
  /// nothing else is one, and behind a backslash nothing is.
  mutating func read(
    _ works: [CitedWork], _ form: CitationGroup.Form, in part: MarkdownNode,
    _ places: LiteralPlaces
  ) {
    if form != .bracket, isEscaped(part) || isInLink(part) { return }
    part.become(form == .bracket ? .citation : .possibleCitation, item: groups.count)
    let citations = works.map {
      Citation(
        key: $0.key, prefix: $0.prefix, locator: $0.locator, isYearOnly: $0.isYearOnly,
        range: places.range(of: $0.place))
    }
    groups.append(CitationGroup(citations, form: form))
  }

  private func isEscaped(_ part: MarkdownNode) -> Bool {
    guard let start = part.sourceBytes?.lowerBound, start > 0 else { return false }
    return source.bytes[start] == UInt8(ascii: "\\")
      || source.bytes[start - 1] == UInt8(ascii: "\\")
  }

  private func isInLink(_ part: MarkdownNode) -> Bool {
    var node = part.parent
    while let parent = node, !parent.kind.isBlock {
      if parent.kind == .link || parent.kind == .image { return true }
      node = parent.parent
    }
    return false
  }
}
