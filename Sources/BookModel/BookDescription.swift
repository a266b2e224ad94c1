import MathML

/// What a book is called, and what belongs to all of its chapters.
public struct BookDescription: Equatable, Sendable {
  /// The picture on the cover.
  public enum Cover: Equatable, Sendable {
    /// The title alone.
    case plain
    /// The contour lines of a valley, and the way of gradient descent through it.
    case drawn
    /// The content of an image file.
    case image(EmbeddedImage.Content)
  }

  /// The title in each language in which it is given.
  public var titles: [FrontMatter.Language: String] = [:]
  /// The title in all other languages.
  public var title = ""
  /// One or two sentences about the book, in each language in which they are given.
  public var summaries: [FrontMatter.Language: String] = [:]
  /// The authors, in order.
  public var authors: [String] = []
  /// The licence of the text, such as `CC BY 4.0`.
  public var licence: String?
  /// The cover.
  public var cover = Cover.plain
  /// The identifier of the book in all its editions, such as `urn:isbn:9780000000000`.
  public var identifier: String?
  /// The macros of formulas in all chapters.
  public var macros = TeXMacros()

  /// Makes a description of a book without a file that says more.
  /// - Parameter title: the title in every language
  public init(title: String = "") { self.title = title }

  /// Returns the title in a language.
  public func title(in language: FrontMatter.Language) -> String { titles[language] ?? title }

  /// Returns the sentences about the book in a language; nil without any.
  public func summary(in language: FrontMatter.Language) -> String? { summaries[language] }
}
