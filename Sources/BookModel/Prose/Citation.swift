/// A mention of an entry of the bibliography: `@robbins1951`, alone or within brackets.
public struct Citation: Equatable, Sendable {
  /// The entry's key.
  public var key: String
  /// The text before the key, such as `see`.
  public var prefix: String?
  /// The text after the key, such as `p. 3`.
  public var locator: String?
  /// True for `-@robbins1951`, which names the year only.
  public var isYearOnly: Bool
  /// The range of the key.
  public var range: SourceRange

  /// Makes a citation.
  public init(
    key: String, prefix: String? = nil, locator: String? = nil, isYearOnly: Bool = false,
    range: SourceRange
  ) {
    self.key = key
    self.prefix = prefix
    self.locator = locator
    self.isYearOnly = isYearOnly
    self.range = range
  }
}

/// The citations that one bracket makes, or a single one in the running text.
public struct CitationGroup: Equatable, Sendable {
  /// The form in which the works are cited.
  public enum Form: Equatable, Sendable {
    /// `[@a; @b]`: all that is within the brackets can only be a citation.
    case bracket
    /// `[see @a]`: a citation if the key is one of the bibliography's.
    case mixedBracket
    /// `@a` in a sentence, with the year in brackets: a citation if the key is known.
    case narrative
  }

  /// The works.
  public var citations: [Citation]
  /// The form.
  public var form: Form

  /// Makes a group.
  public init(_ citations: [Citation], form: Form = .bracket) {
    self.citations = citations
    self.form = form
  }
}
