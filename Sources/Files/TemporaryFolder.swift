/// A folder that is there as long as this value is, and is removed with all that it holds after.
///
/// It lies in an outer folder beside a file that marks it as Gradbook's, and its process holds a lock on
/// the outer one. The system takes the lock back from a process that is killed, so what such a process
/// left can be told from what is in use, and `sweep` removes it.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String
  private let outer: String
  private let lock: Int32

  /// Makes a new folder below `parent`, the system's temporary folder unless given.
  /// - Parameters:
  ///   - parent: a folder that exists
  ///   - prefix: what the folder's name begins with
  /// - Throws: `FileError` when it cannot be made.
  public init(
    in parent: String = TemporaryFolder.systemFolder, prefix: String = TemporaryFolder.prefix
  ) throws(FileError) {
    // A sweep may take a new folder for one that was left, before the lock is there: then another is
    // made.
    for _ in 0..<16 {
      let outer = try FileAccess.makeUniqueFolder(in: parent, prefix: prefix)
      guard let lock = Self.lock(outer) else { continue }
      (self.outer, self.lock, path) = (outer, lock, outer + "/content")
      try FileAccess.writeAtomically(Self.markText, to: outer + "/" + Self.mark)
      try FileAccess.makeFolder(path)
      return
    }
    throw FileError("lock a folder in", parent, reason: "others take each one")
  }

  deinit {
    FileAccess.remove(outer)
    close(lock)
  }

  /// The file that marks an outer folder.
  static let mark = "GRADBOOK.TAG"
  static let markText = Array("Gradbook made this folder for its own use, and removes it.\n".utf8)

  /// What the names of such folders begin with.
  public static let prefix = "gradbook-temporary"

  /// Where the system keeps what is not to stay: `TMPDIR`, else `/tmp`.
  public static var systemFolder: String {
    guard let folder = ProcessEnvironment["TMPDIR"], FileAccess.isFolder(folder) else {
      return "/tmp"
    }
    return FileAccess.absolute(folder)
  }

  /// Removes what killed processes left in a folder: the folders of this user's that carry the mark and
  /// whose lock nobody holds.
  /// - Parameters:
  ///   - parent: the folder, the system's temporary folder unless given
  ///   - prefix: what the names of the temporary folders begin with
  public static func sweep(
    _ parent: String = systemFolder, prefix: String = TemporaryFolder.prefix
  ) {
    for name in FileAccess.names(in: parent, beginningWith: prefix) ?? []
    where isTemporaryName(name, prefix) {
      let path = parent + "/" + name
      guard let lock = lock(path) else { continue }
      // A process may be killed before the mark is there.
      if rmdir(path) != 0, isOwnFile(path + "/" + mark) { FileAccess.remove(path) }
      close(lock)
    }
  }

  private static func isOwnFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && FileKind(status) == .file && status.st_uid == geteuid()
  }

  /// Whether a name is the prefix, a hyphen, and six letters or digits.
  private static func isTemporaryName(_ name: String, _ prefix: String) -> Bool {
    let rest = Substring(name).utf8.dropFirst(prefix.utf8.count)
    return rest.count == 7 && rest.first == UInt8(ascii: "-")
  }

  /// Takes the lock of a folder of this user's.
  /// - Returns: the open folder; nil when somebody holds the lock, or the folder is gone
  private static func lock(_ path: String) -> Int32? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    var (opened, named) = (stat(), stat())
    if fstat(folder, &opened) == 0, opened.st_uid == geteuid(),
      flock(folder, LOCK_EX | LOCK_NB) == 0, lstat(path, &named) == 0,
      named.st_ino == opened.st_ino, named.st_dev == opened.st_dev
    {
      return folder
    }
    close(folder)
    return nil
  }
}
