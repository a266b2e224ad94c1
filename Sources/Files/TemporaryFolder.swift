/// A folder that exists as long as this value, and is then removed with its contents.
///
/// It is inside an outer folder, beside a file that marks it as Gradbook's, and the process holds a
/// lock on the outer folder. The system releases the lock of a killed process, so `sweep` can
/// distinguish abandoned folders from those in use, and removes them.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String
  private let outer: String
  private let lock: Int32

  /// Makes a new folder below `parent`.
  /// - Parameters:
  ///   - parent: an existing folder
  ///   - prefix: the prefix of the outer folder's name
  /// - Throws: `FileError` when it cannot be made.
  public init(
    in parent: String = TemporaryFolder.systemFolder, prefix: String = TemporaryFolder.prefix
  ) throws(FileError) {
    // A sweep may take a new folder for an abandoned one before it is locked: then another is made.
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
    Self.remove(outer)
    close(lock)
  }

  /// Removes an outer folder, its mark after its contents: what is left when the process is killed
  /// meanwhile, or when others still write into it, has the mark, and the next sweep finds it.
  private static func remove(_ outer: String) {
    for name in FileAccess.names(in: outer) ?? [] where name != mark {
      FileAccess.remove(outer + "/" + name)
    }
    if FileAccess.names(in: outer) == [mark] { FileAccess.remove(outer) }
  }

  /// The name of the file that marks an outer folder.
  static let mark = "GRADBOOK.TAG"
  static let markText = Array("Gradbook made this folder for its own use, and removes it.\n".utf8)

  /// The prefix of the names of such folders.
  public static let prefix = "gradbook-temporary"

  /// The system's folder for temporary files: `TMPDIR`, else `/tmp`.
  public static var systemFolder: String {
    guard let folder = ProcessEnvironment["TMPDIR"], FileAccess.isFolder(folder) else {
      return "/tmp"
    }
    return FileAccess.absolute(folder)
  }

  /// Removes the folders that killed processes left: those of this user that have the mark and are
  /// not locked.
  /// - Parameters:
  ///   - parent: the folder to sweep
  ///   - prefix: the prefix of the temporary folders' names
  public static func sweep(
    _ parent: String = systemFolder, prefix: String = TemporaryFolder.prefix
  ) {
    for name in FileAccess.names(in: parent, beginningWith: prefix) ?? []
    where isTemporaryName(name, prefix) {
      let path = parent + "/" + name
      guard let lock = lock(path) else { continue }
      // A process may be killed before it has written the mark, or while it writes it.
      TemporaryFile.sweep(path)
      if rmdir(path) != 0, isOwnFile(path + "/" + mark) { remove(path) }
      close(lock)
    }
  }

  private static func isOwnFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && FileKind(status) == .file && status.st_uid == geteuid()
  }

  /// Returns true when a name is the prefix, a hyphen, and six letters or digits.
  private static func isTemporaryName(_ name: String, _ prefix: String) -> Bool {
    let rest = Substring(name).utf8.dropFirst(prefix.utf8.count)
    return rest.count == 7 && rest.first == UInt8(ascii: "-")
  }

  /// Locks a folder of this user.
  /// - Returns: the open folder; nil when it is locked by another process, or gone
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
