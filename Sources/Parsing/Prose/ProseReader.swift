import BookModel
import Markdown
import Prose

/// Reads what a chapter's text refers to and what can be referred to in it, and says what is wrong
/// with either.
struct ProseReader {
  private let features: ProseFeatures
  private let source: SourceText
  private let errors: ErrorCollector
  private var labels: LabelReader
  private var links: LinkReader
  private var footnotes: FootnoteReader
  private var tables: TableReader
  private var citations: [Citation] = []

  init(chapter: Chapter, source: SourceText, errors: ErrorCollector) {
    features = ProseFeatures(of: chapter.body)
    self.source = source
    self.errors = errors
    labels = LabelReader(chapter: chapter, source: source, errors: errors)
    links = LinkReader(source: source, errors: errors)
    footnotes = FootnoteReader(source: source, errors: errors)
    tables = TableReader(source: source, errors: errors)
  }

  /// Reads a chapter's document.
  mutating func read(_ document: MarkdownDocument) -> ChapterProse {
    for node in document.root.descendants { read(node) }
    var prose = ChapterProse()
    prose.labels = labels.finish()
    prose.references = links.finish(labels: prose.labels)
    prose.images = links.images
    prose.citations = citations
    footnotes.finish()
    return prose
  }

  private mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .heading: labels.readHeading(node)
    case .codeBlock: labels.readCode(node)
    case .paragraph:
      if features.contains(.tables), let caption = tables.read(node) { labels.readTable(caption) }
      if features.contains(.footnotes) { footnotes.readParagraph(node) }
    case .blockQuote where features.contains(.admonitions): readQuote(node)
    case .text where !features.isDisjoint(with: [.footnotes, .citations]): readText(node)
    case .link: if !footnotes.readLink(node) { links.readLink(node) }
    case .image: links.readImage(node)
    default: break
    }
  }

  private func readQuote(_ node: MarkdownNode) {
    guard let admonition = Admonition(node) else { return }
    let place = source.place(of: node)
    if admonition.kind == nil {
      errors.report(.prose(.unknownAdmonition(admonition.word)), at: place)
    } else if admonition.hasMoreOnLine {
      errors.report(.prose(.admonitionLine(admonition.word)), at: place)
    }
  }

  private mutating func readText(_ node: MarkdownNode) {
    guard let pieces = TextPiece.pieces(of: node.literal ?? "") else { return }
    for (piece, place) in pieces {
      switch piece {
      case .text: break
      case .footnote(let label):
        footnotes.readMark(label, at: source.place(of: place, in: node))
      case .citation(let works):
        for work in works {
          citations.append(Citation(key: work.key, range: source.place(of: work.place, in: node)))
        }
      case .brokenCitation(let text):
        errors.report(.prose(.brokenCitation(text)), at: source.place(of: place, in: node))
      }
    }
  }
}
