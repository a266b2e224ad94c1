/// The labels, references, citations, images and files of a chapter's text.
public struct ChapterProse: Equatable, Sendable {
  /// The labeled places, in the order of the text.
  public var labels: [Label] = []
  /// The links within the book, in the order of the text.
  public var references: [Reference] = []
  /// The groups of citations, in the order of the text.
  public var citationGroups: [CitationGroup] = []
  /// The chapter's image files, in the order of the text.
  public var images: [EmbeddedImage] = []
  /// The other files to which the text links, each once.
  public var files: [LinkedFile] = []
  /// The cited entries of the bibliography; empty until it has been read.
  public var bibliography: [BibliographyEntry] = []

  /// Makes an empty value.
  public init() {}
}
