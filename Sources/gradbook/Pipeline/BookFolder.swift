import Foundation

/// A book's folder: it holds `Chapters`, at any depth below which every `.md` file is a chapter.
struct BookFolder {
  /// Why a book's chapters could not be found.
  enum Failure: Error, CustomStringConvertible {
    case noChapters(folder: String)
    case unknownChapter(String, folder: String)

    var description: String {
      switch self {
      case .noChapters(let folder):
        """
        '\(folder)' has no chapters: a book is a folder with Markdown files under Chapters
          hint: name the book's folder with --book, or write Chapters/en/01-first.md
        """
      case .unknownChapter(let name, let folder):
        "there is no chapter '\(name)' in the book '\(folder)'"
      }
    }
  }

  private let path: String

  /// The book in a folder; a path relative to the current one, or absolute.
  init(_ path: String) { self.path = path }

  /// Where the site goes unless another place is named.
  var sitePath: String { PageFiles.join(path, "_site") }

  /// Where the chapters are.
  var chaptersPath: String { PageFiles.join(path, "Chapters") }

  /// The chapters' paths, sorted, each beginning with the book's folder as it was named.
  func chapterPaths() throws -> [String] {
    let root = chaptersPath
    guard let walk = FileManager.default.enumerator(atPath: root) else {
      throw Failure.noChapters(folder: path)
    }
    var paths: [String] = []
    for case let name as String in walk where name.hasSuffix(".md") {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      if !isHidden { paths.append(PageFiles.join(root, name)) }
    }
    if paths.isEmpty { throw Failure.noChapters(folder: path) }
    return paths.sorted()
  }

  /// The path of a chapter that the user named by its path, or by its path within the book or within
  /// `Chapters`, with or without `.md`.
  func path(ofChapter name: String, among paths: [String]) throws -> String {
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
