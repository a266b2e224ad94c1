/// A publication that chapters cite.
public struct BibliographyEntry: Equatable, Sendable {
  /// A person, or a body that goes by one name.
  public struct Name: Equatable, Sendable {
    /// The family name, particles included; the whole name of a body.
    public var family: String
    /// The given names; empty for a body.
    public var given: String

    /// Makes a name.
    public init(family: String, given: String = "") {
      self.family = family
      self.given = given
    }
  }

  /// The name by which citations know it.
  public var key: String
  /// What it is, in small letters: `article`, `book`, `inproceedings`.
  public var type: String
  /// Who wrote it, in order; the editors when nobody else is named.
  public var authors: [Name]
  /// Whether `authors` goes on with "and others".
  public var hasMoreAuthors: Bool
  /// All fields by their names in small letters, as plain text.
  public var fields: [String: String]

  /// Makes an entry.
  public init(
    key: String, type: String, authors: [Name], hasMoreAuthors: Bool = false,
    fields: [String: String]
  ) {
    self.key = key
    self.type = type
    self.authors = authors
    self.hasMoreAuthors = hasMoreAuthors
    self.fields = fields
  }
}
