/// A work that chapters cite, as a bibliography describes it.
public struct BibliographyEntry: Equatable, Sendable {
  /// A person, or an organization.
  public struct Name: Equatable, Sendable {
    /// The family name; the whole name of an organization.
    public var family: String
    /// The given names; empty for an organization.
    public var given: String
    /// The words before the family name that belong to it, such as "van der".
    public var particle: String
    /// What stands after the name, such as "Jr.".
    public var suffix: String

    /// Makes a name.
    public init(family: String, given: String = "", particle: String = "", suffix: String = "") {
      self.family = family
      self.given = given
      self.particle = particle
      self.suffix = suffix
    }
  }

  /// The people in one role.
  public struct Names: Equatable, Sendable {
    /// The names, in order.
    public var names: [Name]
    /// True when the list ends with "and others".
    public var hasMore: Bool

    /// Makes a list.
    public init(_ names: [Name], hasMore: Bool = false) {
      self.names = names
      self.hasMore = hasMore
    }
  }

  /// What people did for a work. The raw values are BibLaTeX's names of the fields.
  public enum Role: String, CaseIterable, Sendable {
    case author, editor, translator, bookauthor, commentator, annotator, introduction, foreword,
      afterword, holder, editora, editorb, editorc
  }

  /// A text that a bibliography shows of a work. The raw values are BibLaTeX's names of the fields.
  public enum Field: String, CaseIterable, Sendable {
    case title, subtitle, titleaddon, maintitle, mainsubtitle, booktitle, booksubtitle
    case journaltitle, journalsubtitle, issuetitle, eventtitle, venue, shorttitle, label
    case series, volume, volumes, number, issue, part, chapter, pages, pagetotal, eid, version
    case edition, publisher, location, institution, organization, origpublisher, origlanguage
    case type, howpublished, note, addendum, pubstate, editoratype, editorbtype, editorctype
    case isbn
  }

  /// The dates of a work. The raw values are BibLaTeX's names of the fields.
  public enum DateField: String, CaseIterable, Sendable {
    case date, origdate, eventdate, urldate
  }

  /// A place on the web where the work is, or is described.
  public struct Link: Equatable, Sendable {
    /// The words of the link.
    public var text: String
    /// The address; nil when there is none for the kind of identifier.
    public var address: String?

    /// Makes a link.
    public init(_ text: String, address: String?) {
      self.text = text
      self.address = address
    }
  }

  /// The key that citations use.
  public var key: String
  /// The entry's type as BibLaTeX calls it, in lower case: `article`, `book`, `inproceedings`.
  public var type: String
  /// The people, by what they did.
  public var names: [Role: Names]
  /// The dates.
  public var dates: [DateField: BibliographyDate]
  /// The texts.
  public var fields: [Field: FormattedText]
  /// The addresses and identifiers, the most durable one first.
  public var links: [Link]

  /// Makes an entry.
  public init(
    key: String, type: String, names: [Role: Names] = [:],
    dates: [DateField: BibliographyDate] = [:], fields: [Field: FormattedText] = [:],
    links: [Link] = []
  ) {
    self.key = key
    self.type = type
    self.names = names
    self.dates = dates
    self.fields = fields
    self.links = links
  }
}
