import BookModel
import Execution
import Parsing

/// Chapters read and parsed, with everything that there is to say about them.
struct ChapterLoad {
  /// The files, as the user named them.
  let paths: [String]
  /// Those that could be parsed, in the order of the paths.
  private(set) var chapters: [Chapter] = []
  /// What is wrong with any of them.
  private(set) var diagnostics: [Diagnostic] = []

  init(paths: [String]) { self.paths = paths }

  /// Reads and parses the files at once.
  init(parsing paths: [String]) {
    self.paths = paths
    parse()
  }

  /// Reads and parses every file. An error in one does not stop the others.
  mutating func parse() {
    for path in paths {
      do {
        let parsed = ChapterParser.parse(try FileAccess.read(path), path: path)
        diagnostics += parsed.diagnostics
        if let chapter = parsed.chapter { chapters.append(chapter) }
      } catch {
        diagnostics.append(
          Diagnostic(
            at: SourceRange(file: path, line: 1, column: 1),
            "the chapter cannot be read: \(error.reason)", hint: "check the path"))
      }
    }
  }
}
