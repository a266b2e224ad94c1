/// Reads and changes files and folders by their paths, without Foundation.
public enum FileAccess {
  /// The attributes of a file.
  public struct Status: Equatable {
    /// The size in bytes.
    public var size: Int64
    /// The file's number in its file system.
    public var inode: UInt64
    /// The time of its last change, in nanoseconds since 1970.
    public var modified: Int64
    /// True for a folder.
    public var isFolder: Bool
    /// True for a file that at least one user may execute.
    public var isExecutable: Bool
  }

  /// The largest file that is read into memory, in bytes.
  public static let maximumSize = 1 << 30

  /// Reads a whole file. Anything but a regular file, such as a pipe without a writer, is refused
  /// without waiting.
  /// - Parameters:
  ///   - path: the file, links followed
  ///   - limit: the largest number of bytes that it may have
  /// - Throws: `FileError` when there is no file, or it cannot be read.
  public static func read(_ path: String, atMost limit: Int = maximumSize) throws(FileError)
    -> [UInt8]
  {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if file < 0, errno == ENXIO {
      throw FileError("read", path, reason: "it is \(FileKind.socket.noun), not a file")
    }
    guard file >= 0 else { throw FileError("read", path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError("read", path) }
    let kind = FileKind(status)
    guard kind == .file else {
      throw FileError("read", path, reason: "it is \(kind.noun), not a file")
    }
    func check(_ size: Int) throws(FileError) {
      if size <= limit { return }
      throw FileError("read", path, reason: "it has \(size) bytes; at most \(limit) are read")
    }
    try check(Int(status.st_size))
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 4096)
    while true {
      var failed = false
      var ended = false
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let got = retryingInterrupts { Int(systemRead(file, buffer.baseAddress, buffer.count)) }
        failed = got < 0
        ended = got == 0
        count = max(got, 0)
      }
      if failed { throw FileError("read", path) }
      if ended { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      try check(bytes.count)
      capacity = 4096
    }
  }

  /// Writes a file atomically: a reader sees either the old contents or all of the new ones. The
  /// bytes are written to a temporary file in the same folder, which is then renamed. Two
  /// simultaneous writers of one path are safe; the last one wins. On failure the old file is
  /// intact and no temporary file is left; that of a killed process is removed by
  /// `TemporaryFile.sweep`.
  ///
  /// A link at `path` is replaced, not followed.
  /// - Parameters:
  ///   - bytes: the complete new contents
  ///   - path: the file; its folder must exist
  ///   - keepingAttributes: true to give the new file the permissions and the owner of the old one, as
  ///     far as the system lets this process
  /// - Throws: `FileError` when the folder cannot be written or the disk is full.
  public static func writeAtomically(
    _ bytes: [UInt8], to path: String, keepingAttributes: Bool = false
  ) throws(FileError) {
    if path.isEmpty { throw FileError("write", path, reason: "the name is empty") }
    // A sweep may take the file for an abandoned one before it is locked.
    for _ in 0..<16 {
      if try TemporaryFile.write(bytes, inPlaceOf: path, keepingAttributes: keepingAttributes) {
        return
      }
    }
    throw FileError("write", path, reason: "others remove its temporary file each time")
  }

  /// Appends bytes to an existing file, in one write.
  /// - Throws: `FileError` when not all of them could be written.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw FileError("write", path) }
  }

  /// Makes a folder and its parents; does nothing when it exists.
  /// - Parameters:
  ///   - path: the folder
  ///   - mode: the permissions of a new folder, before the process's mask; new parents are for
  ///     everyone
  /// - Throws: `FileError` when one of them cannot be made.
  public static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(FileError) {
    if mkdir(path, mode) == 0 || isFolder(path) { return }
    guard errno == ENOENT, let parent = parent(of: path), parent != path else {
      throw FileError("make the folder", path)
    }
    try makeFolder(parent)
    guard mkdir(path, mode) == 0 || isFolder(path) else {
      throw FileError("make the folder", path)
    }
  }

  /// Makes a new folder with a unique name below `folder`.
  /// - Returns: its path.
  /// - Throws: `FileError` when it cannot be made.
  static func makeUniqueFolder(in folder: String, prefix: String) throws(FileError) -> String {
    // mkdtemp puts something unique in place of the last six letters.
    let unique = String(repeating: "X", count: 6)
    var template = Array((folder + "/" + prefix + "-" + unique).utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", folder) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a file, or a folder with its contents. Links are removed, not followed. Anything that
  /// cannot be removed is left.
  public static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    TreeRemoval.remove(folder: path)
  }

  /// Returns the names in a folder, sorted by their bytes, or nil when it cannot be read.
  /// - Parameters:
  ///   - folder: the folder
  ///   - prefix: the prefix of the names to return
  public static func names(in folder: String, beginningWith prefix: String = "") -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    let length = prefix.utf8.count
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          strncmp(name, prefix, length) == 0 ? String(cString: name) : "."
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the attributes of a file, links followed, or nil when there is none.
  public static func status(_ path: String) -> Status? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Status(
      size: Int64(status.st_size), inode: UInt64(status.st_ino),
      modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
      isFolder: status.st_mode & S_IFMT == S_IFDIR,
      isExecutable: status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o111 != 0)
  }

  /// Returns true when there is a folder at the path, links followed.
  public static func isFolder(_ path: String) -> Bool { status(path)?.isFolder ?? false }

  /// Returns the size in bytes of the file at a path, links followed, or nil when there is no
  /// regular file.
  public static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Returns true when this process may write into the file at a path, links followed.
  public static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Returns true when there is a link at the path, even a dangling one.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns the path with all links resolved, or nil when it does not exist.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Returns the absolute path; a relative one is resolved against the current folder.
  public static func absolute(_ path: String) -> String {
    if path.utf8.first == slash { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let here = String(cString: folder)
    return here == "/" ? "/" + path : here + "/" + path
  }

  /// Returns the folder of a path: nil for a bare name, `/` for the root.
  public static func parent(of path: String) -> String? {
    var bytes = Substring(path).utf8
    while bytes.count > 1, bytes.last == slash { bytes = bytes.dropLast() }
    guard let cut = bytes.lastIndex(of: slash) else { return nil }
    return cut == bytes.startIndex ? "/" : String(Substring(bytes[..<cut]))
  }

  /// The path of the running program, links resolved; nil when it is unknown.
  public static var runningProgram: String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return resolved(String(cString: buffer))
    #else
      return resolved("/proc/self/exe")
    #endif
  }

  /// Sets the times of a file to now, which marks it as recently used.
  public static func touch(_ path: String) { utimes(path, nil) }

  private static let slash = UInt8(ascii: "/")

  static func retryingInterrupts(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
