import BookModel
import MathML
import Parsing
import Reference

/// Gives the chapters that document the engine their generated parts.
struct ReferenceExpansion: Sendable {
  private let plan: ReferencePlan
  /// Which chapters ask for which declarations.
  let places: String

  /// Distributes the declarations over the chapters that ask for them.
  init(_ reference: EngineReference, among chapters: [Chapter]) {
    places =
      "reference of "
      + chapters.map { "\($0.path) \($0.frontMatter.language) \($0.frontMatter.reference)" }.joined(
        separator: " ")
    plan = ReferencePlan(
      reference,
      chapters: chapters.map { chapter in
        (chapter.path, chapter.frontMatter.language, chapter.frontMatter.reference)
      })
  }

  /// The names that the book documents.
  var names: ReferenceNames { plan.documentedNames }

  /// The warnings about places in which nothing is declared.
  var findings: [Diagnostic] {
    plan.emptyPlaces.map { path, place in
      Diagnostic(
        .warning, at: SourceRange(file: path, line: 1, column: 1),
        "there is no public declaration in '\(place)'",
        hint: "'reference' names folders or files below Sources, or 'names'")
    }
  }

  /// Parses a chapter again, together with its generated part.
  func expanded(_ chapter: Chapter, _ macros: TeXMacros) -> ParsedChapter {
    let page = ReferenceText(chapter, plan)
    let part = GeneratedPart(page.markdown, of: chapter, name: "reference")
    var parsed = part.parsed(macros)
    page.join(&parsed.chapter, below: part.firstLine)
    return parsed
  }
}
