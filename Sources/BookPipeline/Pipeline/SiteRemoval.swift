import BookModel
import Files
import Foundation

/// Removes files of a site that Gradbook wrote and no longer needs, unless they have changed since.
struct SiteRemoval {
  /// The site's folder.
  let site: String

  /// Removes a file if it is unchanged since Gradbook wrote it.
  /// - Returns: true when the file no longer exists
  func removeFile(_ file: String, _ digests: [FileDigest]) -> Bool {
    let path = PageFiles.join(site, file)
    let isBehindLink = SiteFolder.folders(above: [file]).contains {
      FileAccess.isLink(PageFiles.join(site, $0))
    }
    switch FileKind(path) {
    case .nothing: return true
    case .file:
      guard !isBehindLink, let digest = FileDigest(ofFile: path), digests.contains(digest) else {
        return false
      }
      return unlink(path) == 0
    default: return false
    }
  }

  /// Removes an empty folder.
  /// - Returns: true when the folder no longer exists
  func removeFolder(_ folder: String) -> Bool {
    let path = PageFiles.join(site, folder)
    return FileKind(path) == .nothing || rmdir(path) == 0
  }

  /// Returns the warning about a file that is kept.
  func keptFinding(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "the book no longer has what '\(PageFiles.join(site, file))' was made from, but the file was"
        + " changed by somebody else; it stays",
      hint: "remove the file, or move it out of the site")
  }
}
