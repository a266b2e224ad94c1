import Files
import Foundation
import Rendering

/// Writes pages atomically.
package enum PageFiles {
  /// The reason why a file is not written: it would destroy something that Gradbook did not make.
  package enum Refusal: Error, CustomStringConvertible {
    case notOurs(String, instead: String)
    case notAFile(String, FileKind, instead: String)
    case chapter(String, instead: String)
    case linkedSite(String, to: String, instead: String)
    case taken(String, by: String, of: String)

    package var description: String {
      switch self {
      case .notOurs(let path, let option):
        """
        '\(path)' is not a file that Gradbook made, so it is not overwritten; nothing was written
          hint: name another place with \(option), or move the file away
        """
      case .notAFile(let path, let kind, let option):
        """
        '\(path)' is not a plain file but \(kind.noun), so it is not replaced
          hint: name another place with \(option), or move it away
        """
      case .chapter(let path, let option):
        """
        '\(path)' is a chapter, so it is not overwritten; nothing was written
          hint: name another place with \(option)
        """
      case .taken(let path, let file, let owner):
        """
        \(file) would become '\(path)' in the site, which is \(owner); nothing was written
          hint: give it another name
        """
      case .linkedSite(let path, let target, let option):
        """
        '\(path)' is a link to '\(target)'; nothing is written through a link that nobody named
          hint: name the folder with \(option), or remove the link
        """
      }
    }
  }

  /// Writes one page. A file with the same contents is not written again.
  package static func write(_ bytes: [UInt8], to path: String, option: String) throws {
    let kind = FileKind(path)
    switch kind {
    case .nothing: break
    case .file:
      if FileAccess.size(ofFile: path) == bytes.count, let old = try? FileAccess.read(path),
        old == bytes
      {
        return
      }
    default: throw Refusal.notAFile(path, kind, instead: option)
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try FileAccess.makeFolder(String(path[..<slash]))
    }
    try FileAccess.writeAtomically(bytes, to: path)
  }

  /// Checks that a page at a path would only replace another page made by Gradbook, or nothing.
  /// - Parameters:
  ///   - path: the path of the page
  ///   - chapter: the chapter from which the page is made
  ///   - option: the option that sets another path
  package static func checkPlace(_ path: String, of chapter: String, option: String) throws {
    // A second name of the same file counts as that file.
    if let stamp = FileStamp(path), stamp == FileStamp(chapter) {
      throw Refusal.chapter(path, instead: option)
    }
    let kind = FileKind(path)
    switch kind {
    case .nothing: return
    case .file: if !isReplaceable(path) { throw Refusal.notOurs(path, instead: option) }
    default: throw Refusal.notAFile(path, kind, instead: option)
    }
  }

  /// Returns true when the file at a path is a page made by Gradbook, or empty, so that nothing is
  /// lost.
  package static func isReplaceable(_ path: String) -> Bool {
    FileAccess.size(ofFile: path) == 0 || isPage(path)
  }

  /// Returns true when the file at a path has the mark of Gradbook's pages.
  package static func isPage(_ path: String) -> Bool {
    guard FileAccess.size(ofFile: path) != nil, let file = FileHandle(forReadingAtPath: path),
      let beginning = try? file.read(upToCount: PageMark.searchedSize)
    else { return false }
    return PageMark.isPresent(in: beginning)
  }

  /// Returns the path of the page beside a chapter: `notes.md` becomes `notes.html`.
  package static func besidePath(of chapter: String) -> String {
    (chapter.hasSuffix(".md") ? String(chapter.dropLast(3)) : chapter) + ".html"
  }

  /// Returns a path below a folder, without the folder when it is `.`.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
