/// A file that is written beside its final path and then renamed. Its name contains a prefix of
/// Gradbook's and the number of the writing process.
public enum TemporaryFile {
  private static let prefix = ".gradbook-temporary-"

  /// Returns a new name in the folder of a file.
  static func path(beside path: String) -> String {
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    return "\(FileAccess.parent(of: path) ?? ".")/\(prefix)\(getpid())-\(number)"
  }

  /// Writes a temporary file and renames it to the final path.
  /// - Returns: false when the temporary file was swept away
  static func write(
    _ bytes: [UInt8], inPlaceOf path: String, keepingAttributes: Bool = false
  ) throws(FileError) -> Bool {
    let temporary = Self.path(beside: path)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    if flock(file, LOCK_EX | LOCK_NB) != 0 { return false }
    var old = stat()
    if keepingAttributes, stat(path, &old) == 0 {
      // An ordinary user may only keep them as they are.
      _ = fchown(file, old.st_uid, old.st_gid)
      fchmod(file, old.st_mode & 0o7777)
    }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        FileAccess.retryingInterrupts {
          systemWrite(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
      }
      if count < 0 { throw failure(path, temporary) }
      written += count
    }
    if rename(temporary, path) == 0 { return true }
    if errno == ENOENT { return false }
    throw failure(path, temporary)
  }

  private static func failure(_ path: String, _ temporary: String) -> FileError {
    let error = FileError("write", path)
    unlink(temporary)
    return error
  }

  /// Removes the abandoned temporary files of this user from a folder: those with such a name that
  /// no process has locked.
  public static func sweep(_ folder: String) {
    for name in FileAccess.names(in: folder, beginningWith: prefix) ?? [] where isName(name) {
      let path = folder + "/" + name
      // A pipe without a reader must not make the caller wait.
      let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { continue }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0, FileKind(status) == .file, status.st_uid == geteuid() else {
        continue
      }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
    }
  }

  /// Returns true for a name as made by `path(beside:)`: a process, a hyphen, a number in base 36.
  public static func isName(_ name: String) -> Bool {
    guard name.utf8.starts(with: prefix.utf8) else { return false }
    let parts = name.utf8.dropFirst(prefix.utf8.count)
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.count == 2 && pid_t(String(Substring(parts[0]))) != nil
      && UInt64(String(Substring(parts[1])), radix: 36) != nil
  }
}
