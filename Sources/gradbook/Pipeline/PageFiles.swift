import BookModel
import Execution

/// Writes pages, each of them whole or not at all.
enum PageFiles {
  /// Writes a page below a folder, which is made when it is not there. The folder may be a link, for
  /// the user has named it; one below it that is a link is not followed.
  static func write(_ page: Page, to folder: String) throws {
    try write(SiteFile(path: page.path, bytes: Array(page.html.utf8)), to: folder)
  }

  /// Writes a file of a site in the same way.
  static func write(_ file: SiteFile, to folder: String) throws {
    var below = folder
    for name in file.path.split(separator: "/").dropLast() {
      below = join(below, String(name))
      if FileAccess.isLink(below) {
        throw FileError("write", join(folder, file.path), reason: "'\(below)' is a link")
      }
    }
    try write(file.bytes, to: join(folder, file.path))
  }

  /// Writes one page. A file that already says the same is left alone.
  static func write(_ html: String, to path: String) throws {
    try write(Array(html.utf8), to: path)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    if FileAccess.size(ofFile: path) == bytes.count, let old = try? FileAccess.read(path),
      old == bytes
    {
      return
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try FileAccess.makeFolder(String(path[..<slash]))
    }
    try FileAccess.writeAtomically(bytes, to: path)
  }

  /// Removes what killed builds left half written in a site's folder and in those of its languages.
  static func sweep(_ folder: String) {
    FileAccess.sweepTemporaryFiles(in: folder)
    for language in FrontMatter.Language.allCases {
      FileAccess.sweepTemporaryFiles(in: join(folder, language.rawValue))
    }
  }

  /// The page beside a chapter: `notes.md` becomes `notes.html`.
  static func besidePath(of chapter: String) -> String {
    (chapter.hasSuffix(".md") ? String(chapter.dropLast(3)) : chapter) + ".html"
  }

  /// A path below a folder; the folder `.` is left out.
  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
