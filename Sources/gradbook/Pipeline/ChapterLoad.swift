import BookModel
import Execution
import Parsing

/// Chapters read and parsed, with everything that there is to say about them.
struct ChapterLoad {
  /// Those that could be parsed, in the order of the paths.
  private(set) var chapters: [Chapter] = []
  /// What is wrong with any of them.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads and parses every file. An error in one does not stop the others.
  /// - Parameter paths: the files, as the user named them
  init(_ paths: [String]) async throws {
    for parsed in try await paths.concurrentMap(Self.parse) {
      diagnostics += parsed.diagnostics
      if let chapter = parsed.chapter { chapters.append(chapter) }
    }
  }

  private static func parse(_ path: String) -> ParsedChapter {
    do {
      return ChapterParser.parse(try FileAccess.read(path), path: path)
    } catch {
      let diagnostic = Diagnostic(
        at: SourceRange(file: path, line: 1, column: 1),
        "the chapter cannot be read: \(error.reason)", hint: "check the path")
      return ParsedChapter(chapter: nil, diagnostics: [diagnostic])
    }
  }
}
