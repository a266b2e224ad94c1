import BookModel
import Foundation

/// A book's folder. Every `.md` file below its folder `Chapters`, at any depth, is a chapter.
package struct BookFolder {
  /// The reason why a book's chapters could not be found.
  package enum Failure: Error, CustomStringConvertible {
    case noChapters(folder: String)
    case noReadableChapters(Diagnostic)
    case unknownChapter(String, folder: String)

    package var description: String {
      switch self {
      case .noChapters(let folder):
        """
        '\(folder)' has no chapters: a book is a folder with Markdown files under Chapters
          hint: name the book's folder with --book, or write Chapters/en/01-first.md
        """
      case .noReadableChapters(let finding):
        finding.message + (finding.hint.map { "\n  hint: \($0)" } ?? "")
      case .unknownChapter(let name, let folder):
        "there is no chapter '\(name)' in the book '\(folder)'"
      }
    }
  }

  private let path: String
  private let output: String?

  /// Describes the book in a folder.
  /// - Parameters:
  ///   - path: a path relative to the current folder, or absolute
  ///   - output: the folder of the site; nil for `_site` in the book's folder
  package init(_ path: String, output: String? = nil) { (self.path, self.output) = (path, output) }

  /// The folder of the site.
  package var sitePath: String { output ?? PageFiles.join(path, "_site") }

  /// True when the user named the site's folder, rather than only the book.
  package var isSiteNamed: Bool { output != nil }

  /// The folder of the chapters.
  package var chaptersPath: String { PageFiles.join(path, "Chapters") }

  /// Reads the folder of chapters; nil when there is none.
  package func readContents() -> BookContents? { BookContents(chaptersPath, site: sitePath) }

  /// Reads the folder of chapters.
  /// - Throws: `Failure` when there is no chapter, or one in the folder of the site
  package func contents() throws(Failure) -> BookContents {
    guard let contents = readContents() else { throw .noChapters(folder: path) }
    if let problem = contents.siteProblem { throw .noReadableChapters(problem) }
    if !contents.hasChapters {
      if let finding = contents.findings.first { throw .noReadableChapters(finding) }
      throw .noChapters(folder: path)
    }
    return contents
  }

  /// Returns the path of a chapter that the user named by its path, or by its path within the book
  /// or within `Chapters`, with or without `.md`.
  package func path(ofChapter name: String, among paths: [String]) throws -> String {
    let candidates = ["", ".md"].flatMap { ending in
      [
        name + ending, PageFiles.join(path, name + ending),
        PageFiles.join(chaptersPath, name + ending),
      ].map { URL(filePath: $0).standardizedFileURL.path }
    }
    let found = paths.first { candidates.contains(URL(filePath: $0).standardizedFileURL.path) }
    guard let found else { throw Failure.unknownChapter(name, folder: path) }
    return found
  }
}
