/// What the text of a chapter refers to, and what can be referred to in it.
public struct ChapterProse: Equatable, Sendable {
  /// The places with a name, in the order of the text.
  public var labels: [Label] = []
  /// The links to places of the book, in the order of the text.
  public var references: [Reference] = []
  /// The brackets of citations, in the order of the text.
  public var citationBrackets: [[Citation]] = []
  /// The images that lie beside the chapter, in the order of the text.
  public var images: [EmbeddedImage] = []
  /// The cited entries of the bibliography; empty until it has been read.
  public var bibliography: [BibliographyEntry] = []

  /// The publications that are cited, in the order of the text.
  public var citations: [Citation] { citationBrackets.flatMap(\.self) }

  /// Nothing.
  public init() {}
}
