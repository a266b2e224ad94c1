import BookModel
import Files
import Foundation

/// The files in a book's folder of chapters. The folder may be a link, and links to folders within
/// it are followed unless they lead outside. Hidden files and folders are skipped, and so are
/// sites, because their downloads look like chapters.
package struct BookContents {
  /// The paths of all files, each starting with the folder's own path.
  package private(set) var files: [String] = []
  /// The paths of all folders, including the folder of chapters itself.
  package private(set) var folders: [String] = []
  /// The errors and warnings about folders that were not read.
  package private(set) var findings: [Diagnostic] = []

  /// The error about a site's folder that holds chapters, which are not read there.
  package private(set) var siteProblem: Diagnostic?

  /// The largest number of links to folders that are followed: folders linked to one another have
  /// very many paths.
  private static let linkLimit = 1000

  private let root: String
  private let site: String?
  private var linkCount = 0

  /// Reads a folder of chapters; nil when there is none.
  /// - Parameters:
  ///   - folder: the path
  ///   - site: the folder of the book's site
  package init?(_ folder: String, site: String?) {
    guard let root = FileAccess.resolved(folder),
      let names = try? FileManager.default.contentsOfDirectory(atPath: root)
    else { return nil }
    self.root = root
    self.site = site.flatMap(FileAccess.resolved)
    enter(folder, names, at: root, below: [])
  }

  /// The paths of the chapters, sorted.
  package var chapters: [String] { files.filter(Self.isChapter).sorted() }

  /// True when there is at least one chapter.
  package var hasChapters: Bool { files.contains(where: Self.isChapter) }

  private static func isChapter(_ path: String) -> Bool { path.hasSuffix(".md") }

  /// Reads a folder and its subfolders.
  /// - Parameters:
  ///   - folder: the path by the names that lead to it
  ///   - names: the names in the folder
  ///   - place: the path with all links resolved
  ///   - outer: the resolved paths of the folders that were entered on the way
  private mutating func enter(
    _ folder: String, _ names: [String], at place: String, below outer: [String]
  ) {
    folders.append(folder)
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = PageFiles.join(folder, name)
      switch FileKind(path) {
      case .folder: enterFolder(path, at: place + "/" + name, below: outer + [place])
      case .link where isFolder(path):
        if let target = target(ofLink: path, below: outer + [place]) {
          enterFolder(path, at: target, below: outer + [place])
        }
      default: files.append(path)
      }
    }
  }

  private mutating func enterFolder(_ path: String, at place: String, below outer: [String]) {
    let content = try? FileManager.default.contentsOfDirectory(atPath: path)
    if place == site {
      if let content, content.contains(where: Self.isChapter), !Self.isSite(path, content) {
        siteProblem = Diagnostic(
          at: nil, "the folder of the site, '\(path)', holds chapters; nothing was written",
          hint: "name another folder with '--output'")
      }
      return
    }
    guard let names = content else {
      return note(
        .error, "the folder '\(path)' cannot be read", hint: "check its permissions")
    }
    if !Self.isSite(path, names) { enter(path, names, at: place, below: outer) }
  }

  /// Returns the folder that a link leads to, or nil when it must not be followed.
  private mutating func target(ofLink path: String, below outer: [String]) -> String? {
    guard let target = FileAccess.resolved(path) else { return nil }
    if outer.contains(target) {
      note(
        .warning, "the link '\(path)' leads back to a folder that it lies in; it is not followed",
        hint: "remove the link")
    } else if !target.utf8.starts(with: (root + "/").utf8) {
      note(
        .error,
        "the link '\(path)' leads out of the folder of the chapters; nothing in it is read",
        hint: "copy the folder to this place, or let the whole folder of chapters be a link")
    } else if linkCount == Self.linkLimit {
      note(
        .error, "more than \(Self.linkLimit) links to folders are not followed",
        hint: "use fewer links")
    } else {
      linkCount += 1
      return target
    }
    return nil
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, _ message: String, hint: String
  ) {
    findings.append(Diagnostic(severity, at: nil, message, hint: hint))
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Returns true when a folder contains a whole site made by Gradbook.
  private static func isSite(_ folder: String, _ names: [String]) -> Bool {
    names.contains("index.html") && names.contains { $0.hasPrefix("search-index") }
      && PageFiles.isPage(PageFiles.join(folder, "index.html"))
  }
}
