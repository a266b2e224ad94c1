import BookModel
import Markdown
import Markup
import Prose

/// The extensions to CommonMark, turned into HTML within a chapter's tree: tables, admonitions,
/// footnotes, citations, references. A text pays only for those that it uses.
struct ProseTransform {
  private let chapter: Chapter
  private let features: ProseFeatures
  private let words: InterfaceWords
  private let values: InlineValueView
  private let notes: NotePlacement
  private let citations: CitationLinks
  private var captions: [(inline: MarkdownNode, place: LabelNumbers.Place)] = []
  /// The references, and the numbers that they name.
  private(set) var references: CrossReferences

  init(
    _ chapter: Chapter, _ run: ChapterRun, words: InterfaceWords, links: ChapterLinks,
    values: InlineValueView
  ) {
    self.chapter = chapter
    self.words = words
    self.values = values
    features = ProseFeatures(of: chapter.body)
    notes = NotePlacement(words: words)
    citations = CitationLinks(chapter.prose.bibliography, words: words)
    references = CrossReferences(
      chapter.prose.references, numbers: LabelNumbers(chapter, run), words: words, links: links)
  }

  /// Shapes the blocks, and fills in what refers to other places.
  ///
  /// - Returns: all nodes of the document after that, in its order.
  mutating func shape(_ document: MarkdownDocument) -> [MarkdownNode] {
    if features.contains(.footnotes) { notes.collect(from: document) }
    if features.contains(.tables) {
      var tables = TableBuilding(
        values: values, numbers: references.numbers, words: words)
      tables.build(in: document)
      captions = tables.captions
    }
    if features.contains(.admonitions) { AdmonitionFraming(words: words).frame(in: document) }
    var nodes = Array(document.root.descendants)
    if !features.isDisjoint(with: [.footnotes, .citations]) {
      BracketReplacement(
        notes: notes, citations: citations, groups: chapter.prose.citationGroups
      ).replace(nodes)
      nodes = Array(document.root.descendants)
    }
    if features.contains(.links) {
      references.fill(nodes)
      nodes = Array(document.root.descendants)
    }
    return nodes
  }

  /// Puts the notes to their places, and the ways back to the references into captions.
  func finish(_ document: MarkdownDocument) {
    if features.contains(.footnotes) { notes.place() }
    for caption in captions {
      let number: HTML = "<caption><span class=\"number\">\(caption.place.text(words))</span> "
      let closing: HTML = "\(references.backlinks(to: caption.place.anchor))</caption>"
      caption.inline.setHTML(
        opening: number, closing: closing, words: caption.place.text(words) + " ")
    }
    if features.contains(.directions) { DirectionMarking().mark(in: document) }
  }

  /// Puts the works that are cited at the end of a document.
  /// - Returns: their heading; nil when there are none
  func addBibliography(to document: MarkdownDocument) -> MarkdownNode? {
    citations.addBibliography(to: document)
  }
}
