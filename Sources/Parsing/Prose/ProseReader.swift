import BookModel
import Markdown
import Prose

/// Reads the labels, references, footnotes, admonitions, citations and images of a chapter's text,
/// makes nodes of them, and reports their errors.
struct ProseReader {
  private let features: ProseFeatures
  private let source: SourceText
  private let errors: ErrorCollector
  /// The places that have names, and nothing to be numbered.
  private let anchors: [NamedPlace]
  private var labels: LabelReader
  private var links: LinkReader
  private var footnotes: FootnoteReader
  private var citations: CitationReader

  init(
    _ features: ProseFeatures, chapter: Chapter,
    anchors: [NamedPlace], source: SourceText, errors: ErrorCollector
  ) {
    self.anchors = anchors
    self.features = features
    self.source = source
    self.errors = errors
    labels = LabelReader(chapter: chapter, source: source, errors: errors)
    links = LinkReader(source: source, errors: errors)
    footnotes = FootnoteReader(source: source, errors: errors)
    citations = CitationReader(source: source)
  }

  /// Reads a chapter's document.
  mutating func read(_ document: MarkdownDocument) -> ChapterProse {
    for node in Array(document.root.descendants) { read(node) }
    var prose = ChapterProse()
    for anchor in anchors { labels.readAnchor(anchor) }
    prose.labels = labels.finish()
    prose.references = links.finish(labels: prose.labels)
    prose.images = links.images
    prose.files = links.files
    prose.citationGroups = citations.groups
    footnotes.finish()
    return prose
  }

  private mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .heading: labels.readHeading(node)
    case .block: labels.readBlock(node)
    case .displayFormula: labels.readFormula(node)
    case .tableCaption: labels.readCaption(node)
    case .figureCaption: labels.readFigureCaption(node)
    case .blockQuote where features.contains(.admonitions): readQuote(node)
    case .text where !features.isDisjoint(with: [.footnotes, .citations]): readText(node)
    case .footnote: footnotes.readText(node)
    case .link: links.readLink(node)
    case .image: links.readImage(node)
    default: break
    }
  }

  private func readQuote(_ node: MarkdownNode) {
    guard let admonition = Admonition(node) else { return }
    if admonition.kind == nil {
      errors.report(.prose(.unknownAdmonition(admonition.word)), at: source.place(of: node))
    } else if admonition.hasMoreOnLine {
      errors.report(.prose(.admonitionLine(admonition.word)), at: source.place(of: node))
    } else {
      node.become(.admonition, name: admonition.word)
      let paragraph = admonition.marker.parent
      admonition.marker.nextSibling?.remove()
      admonition.marker.remove()
      if let paragraph, paragraph.firstChild == nil { paragraph.remove() }
    }
  }

  /// Splits a text at its brackets.
  private mutating func readText(_ node: MarkdownNode) {
    guard node.parent != nil else { return }
    let places = citations.joinLines(of: node)
    guard let pieces = TextPiece.pieces(of: node.literal ?? "") else { return }
    for (piece, place) in pieces {
      let part = node.insertPart(place, at: places.bytes(of: place))
      switch piece {
      case .text: break
      case .footnote(let label):
        footnotes.readMark(label, at: source.place(of: part))
        part.become(.footnoteMark, name: label)
      case .citation(let works, .bracket)
      where works.allSatisfy { ForeignSyntax.isReference($0.key) }:
        errors.report(.foreign(.reference, part.literal ?? ""), at: source.place(of: part))
      case .citation(let works, let form): citations.read(works, form, in: part, places)
      case .brokenCitation(let text):
        errors.report(.prose(.brokenCitation(text)), at: source.place(of: part))
      }
    }
    node.remove()
  }
}
