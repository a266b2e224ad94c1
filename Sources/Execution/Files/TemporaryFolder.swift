/// A folder that is there as long as this value is, and is removed with all that it holds after.
final class TemporaryFolder: Sendable {
  /// The folder's path.
  let path: String

  /// Makes a new folder below `parent`, the system's temporary folder unless given.
  /// - Throws: `FileError` when it cannot be made.
  init(in parent: String = TemporaryFolder.systemFolder, prefix: String = "gradbook")
    throws(FileError)
  {
    path = try FileAccess.makeUniqueFolder(in: parent, prefix: prefix)
  }

  deinit { FileAccess.remove(path) }

  /// Where the system keeps what is not to stay: `TMPDIR`, else `/tmp`.
  static var systemFolder: String {
    guard let folder = environmentValue("TMPDIR"), FileAccess.isFolder(folder) else {
      return "/tmp"
    }
    return folder
  }
}
