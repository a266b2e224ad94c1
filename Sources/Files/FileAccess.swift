/// Reading and changing files and folders by their paths, without Foundation.
public enum FileAccess {
  /// What is known of a file without reading it.
  public struct Status: Equatable {
    /// The size in bytes.
    public var size: Int64
    /// The number that the file system knows it by.
    public var inode: UInt64
    /// The time of its last change, in nanoseconds since 1970.
    public var modified: Int64
    /// Whether it is a folder.
    public var isFolder: Bool
    /// Whether it can be executed by someone, in the case of a file.
    public var isExecutable: Bool
  }

  /// The largest file that is read into memory, in bytes.
  public static let maximumSize = 1 << 30

  /// Reads a whole file. What is no plain file, such as a pipe that nobody writes to, is refused and
  /// not waited for.
  /// - Parameters:
  ///   - path: the file, links followed
  ///   - limit: the most bytes that it may have
  /// - Throws: `FileError` when there is none, or it cannot be read.
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

  /// Writes a file so that whoever opens it sees either the old contents or all of the new:
  /// the bytes go to a temporary file beside it, which then takes its name. Two writers of one path
  /// at once are safe; the last one wins. When it fails, the old file is intact and no temporary
  /// file is left; what a killed process leaves goes with `TemporaryFile.sweep`.
  ///
  /// A link at `path` is replaced, not followed.
  /// - Parameters:
  ///   - bytes: the whole new contents
  ///   - path: the file; its folder must exist
  /// - Throws: `FileError` when the folder cannot be written or the disk is full.
  public static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    // A sweep may take the file for one that was left, before its lock is there.
    for _ in 0..<16 { if try TemporaryFile.write(bytes, inPlaceOf: path) { return } }
    throw FileError("write", path, reason: "others remove its temporary file each time")
  }

  /// Adds bytes to the end of a file that is there, in one write.
  /// - Throws: `FileError` when not all of them could be written.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw FileError("write", path) }
  }

  /// Makes a folder and those above it; nothing happens when it is there.
  /// - Parameters:
  ///   - path: the folder
  ///   - mode: who may use a new one, before the process's own mask; those above it are for all
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

  /// Makes a folder of its own below `folder`, for one user of it.
  /// - Returns: its path, which no other caller gets.
  /// - Throws: `FileError` when it cannot be made.
  static func makeUniqueFolder(in folder: String, prefix: String) throws(FileError) -> String {
    var template = Array((folder + "/" + prefix + "-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", folder) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a file, or a folder with all that it holds. Links are removed, not followed. What
  /// cannot be removed stays.
  public static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    TreeRemoval.remove(folder: path)
  }

  /// The names in a folder, sorted by their bytes; nil when it cannot be read.
  /// - Parameters:
  ///   - folder: the folder
  ///   - prefix: what the names begin with
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

  /// What is known of a file, links followed; nil when there is none.
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

  /// Whether there is a folder at the path.
  public static func isFolder(_ path: String) -> Bool { status(path)?.isFolder ?? false }

  /// The size in bytes of the file at a path, links followed; nil when there is none, or something
  /// else than a file.
  public static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether there is a link at the path, wherever it points.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The path with all links resolved; nil when there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path from the root: a relative one is taken from the current folder.
  public static func absolute(_ path: String) -> String {
    if path.utf8.first == slash { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let here = String(cString: folder)
    return here == "/" ? "/" + path : here + "/" + path
  }

  /// The folder that a path stands in; nil for a bare name, itself for the root.
  public static func parent(of path: String) -> String? {
    var bytes = Substring(path).utf8
    while bytes.count > 1, bytes.last == slash { bytes = bytes.dropLast() }
    guard let cut = bytes.lastIndex(of: slash) else { return nil }
    return cut == bytes.startIndex ? "/" : String(Substring(bytes[..<cut]))
  }

  /// The path of the running program, links resolved; nil when it cannot be found out.
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

  /// Sets the times of a file to now; a hint for what to keep.
  public static func touch(_ path: String) { utimes(path, nil) }

  private static let slash = UInt8(ascii: "/")

  static func retryingInterrupts(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
