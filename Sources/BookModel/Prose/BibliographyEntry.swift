/// A publication that chapters cite.
public struct BibliographyEntry: Equatable, Sendable {
  /// A person, or an organization.
  public struct Name: Equatable, Sendable {
    /// The family name, particles included; the whole name of an organization.
    public var family: String
    /// The given names; empty for an organization.
    public var given: String

    /// Makes a name.
    public init(family: String, given: String = "") {
      self.family = family
      self.given = given
    }
  }

  /// The key that citations use.
  public var key: String
  /// The entry's type in lower case: `article`, `book`, `inproceedings`.
  public var type: String
  /// The authors, in order; the editors when there are no authors.
  public var authors: [Name]
  /// True when `authors` ends with "and others".
  public var hasMoreAuthors: Bool
  /// All fields by their lower-case names, as plain text.
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
