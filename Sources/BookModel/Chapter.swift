import Markdown
import MathML

/// A parsed chapter: its front matter, its prose and its blocks, as far as they could be
/// understood, and the faults in them. A plain value, independent of how the chapter is run or
/// drawn.
public struct Chapter: Equatable, Sendable {
  /// The file's path, as the user named it.
  public var path: String
  /// The file's text, byte for byte, without a leading byte order mark. Without a `tree` it is only
  /// an approximation of the file.
  public var text: String
  /// The text as Markdown, with positions in the file. Nil for a file that is damaged, too large or
  /// nested too deeply: it is shown verbatim, and nothing in it runs.
  public var tree: MarkdownTree?
  /// The data between the `---` lines.
  public var frontMatter: FrontMatter
  /// The line on which the Markdown starts, after the front matter; 1-based.
  public var bodyLine: Int
  /// All code blocks whose first word is `swift`, in the order of the text.
  public var blocks: [Block]
  /// The places of the prose that name a published value, in the order of the text.
  public var inlineValues: [InlineValue]
  /// The formulas, in the order of the text.
  public var formulas: [Formula]
  /// The macros that the book gives its formulas.
  public var macros = TeXMacros()
  /// The labels, references, citations and images of the text.
  public var prose = ChapterProse()
  /// The errors in the chapter and in the files that it refers to, sorted by position. The page
  /// shows each of them at its position.
  public var faults: [Diagnostic] = []

  /// Makes a chapter.
  public init(
    path: String, text: String, frontMatter: FrontMatter, bodyLine: Int,
    tree: MarkdownTree? = nil, blocks: [Block], inlineValues: [InlineValue] = [],
    formulas: [Formula] = []
  ) {
    self.path = path
    self.text = text
    self.frontMatter = frontMatter
    self.bodyLine = bodyLine
    self.tree = tree
    self.blocks = blocks
    self.inlineValues = inlineValues
    self.formulas = formulas
  }

  /// The Markdown after the front matter.
  public var body: Substring {
    var index = text.utf8.startIndex
    for _ in 1..<max(bodyLine, 1) {
      guard let newline = text.utf8[index...].firstIndex(of: 0x0A) else { return "" }
      index = text.utf8.index(after: newline)
    }
    return text[index...]
  }
}

/// The data at the head of a chapter. Nothing in it can run anything.
public struct FrontMatter: Equatable, Sendable {
  /// A language that chapters are written in; also the language of the page's own words.
  public enum Language: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Chinese.
    case chinese = "zh"

    /// Returns whichever of two phrasings is in this language.
    public func say(_ english: String, _ chinese: String) -> String {
      switch self {
      case .english: english
      case .chinese: chinese
      }
    }
  }

  /// A list of what all chapters of a book contain.
  public enum List: String, CaseIterable, Sendable {
    /// The terms that chapters define, in bold, with their sections.
    case terms
    /// The figures and tables with captions that experiments show.
    case figures
    /// The works that chapters cite.
    case works
  }

  /// The chapter's title.
  public var title: String
  /// The chapter's language; English unless given.
  public var language: Language
  /// The place in the book, from 1; nil for a chapter outside of it. Also the chapter's number.
  public var order: Int?
  /// True for a chapter without a number that comes before those with one.
  public var isFront = false
  /// One or two sentences for the contents.
  public var summary: String?
  /// The seed that the chapter's experiments see as `seed`; 1 unless given.
  public var seed: UInt64
  /// The chapter's authors, where they are not those of the book; empty unless given.
  public var authors: [String]
  /// The date of the text, as written.
  public var date: String?
  /// The folders and files below `Sources` whose public declarations the chapter documents, or
  /// `names` for a list of all names; empty for an ordinary chapter.
  public var reference: [String] = []

  /// What the chapter lists of the whole book; nil for an ordinary chapter.
  public var lists: List?

  /// True for a chapter that documents the engine.
  public var isReference: Bool { !reference.isEmpty }
  /// True for a chapter with a generated part, below what its author wrote.
  public var isGenerated: Bool { isReference || lists != nil }

  /// Makes front matter.
  public init(
    title: String, language: Language = .english, order: Int? = nil, summary: String? = nil,
    seed: UInt64 = 1, authors: [String] = [], date: String? = nil
  ) {
    self.title = title
    self.language = language
    self.order = order
    self.summary = summary
    self.seed = seed
    self.authors = authors
    self.date = date
  }
}
