import BookModel
import Parsing

@testable import LanguageSupport

/// A chapter with a place in it, which `‸` marks.
struct MarkedChapter {
  let chapter: EditedChapter
  let offset: Int

  init(_ text: String, path: String = "/book/Chapters/en/01-a.md") {
    let parts = text.components(around: "‸")
    offset = parts[0].utf8.count
    chapter = Self.chapter(parts.joined(), path: path)
  }

  static func chapter(_ text: String, path: String = "/book/Chapters/en/01-a.md") -> EditedChapter {
    let bytes = Array(text.utf8)
    let parsed = ChapterParser.parse(bytes, path: path)
    return EditedChapter(
      path: path, text: ChapterText(bytes), read: (parsed.chapter, parsed.diagnostics))
  }
}

extension String {
  fileprivate func components(around mark: Character) -> [String] {
    split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
  }
}

/// A book of chapters that are given.
struct GivenBook: EditedBook {
  var others: [EditedChapter] = []

  func read(_ bytes: [UInt8], path: String) async -> (chapter: Chapter, findings: [Diagnostic]) {
    let parsed = ChapterParser.parse(bytes, path: path)
    return (parsed.chapter, parsed.diagnostics)
  }

  func chapters(beside path: String) async -> [EditedChapter]? { others.filter { $0.path != path } }

  func works(for path: String) async -> [CitableWork] {
    [CitableWork(key: "robbins1951", text: "Robbins, Monro (1951): A method")]
  }

  func files(beside path: String) async -> [String] {
    ["02-b.md", "picture.png", "../references.bib", "wing.csv"]
  }
}
