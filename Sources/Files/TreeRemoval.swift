/// Removes a folder with its contents. Links are removed, not followed.
///
/// Each step uses a name within an open folder, so that neither long paths nor links inserted
/// meanwhile lead elsewhere. At any depth only two folders are open: the way back up is `..`, which
/// must be the folder that was left.
struct TreeRemoval {
  /// A name as stored by the file system, not necessarily UTF-8, with a terminating zero byte.
  private typealias Name = [CChar]

  /// A folder on the path from the outermost one to the open one.
  private struct Level {
    let device: dev_t
    let inode: ino_t
    /// The folders inside that are still to be removed.
    var pending: [Name]
    /// The folder inside that was entered.
    var entered: Name = [0]
  }

  private var levels: [Level] = []
  /// The open folder, which is being emptied.
  private var folder: Int32

  /// Removes the folder at a path as far as possible.
  static func remove(folder path: String) {
    var removal = TreeRemoval(folder: enter(AT_FDCWD, Array(path.utf8CString)))
    guard removal.folder >= 0 else { return }
    let isComplete = removal.empty()
    close(removal.folder)
    if isComplete { rmdir(path) }
  }

  private init(folder: Int32) { self.folder = folder }

  /// Empties the outermost folder.
  /// - Returns: false when a folder could not be read, or was moved meanwhile
  private mutating func empty() -> Bool {
    guard let outermost = level() else { return false }
    levels = [outermost]
    while true {
      let last = levels.count - 1
      if let name = levels[last].pending.popLast() {
        levels[last].entered = name
        let inner = Self.enter(folder, name)
        if inner < 0 { continue }
        close(folder)
        folder = inner
        guard let level = level() else { return false }
        levels.append(level)
      } else {
        if last == 0 { return true }
        levels.removeLast()
        guard goBack() else { return false }
      }
    }
  }

  /// Returns to the parent folder, and removes the folder that was left.
  private mutating func goBack() -> Bool {
    let outer = openat(folder, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if outer < 0 { return false }
    close(folder)
    folder = outer
    var status = stat()
    guard let level = levels.last, fstat(folder, &status) == 0, status.st_ino == level.inode,
      status.st_dev == level.device
    else { return false }
    unlinkat(folder, level.entered, AT_REMOVEDIR)
    return true
  }

  /// Removes the files of the open folder and returns it with its folders.
  private func level() -> Level? {
    var status = stat()
    guard fstat(folder, &status) == 0 else { return nil }
    let pending = Self.names(in: folder).filter { name in
      if unlinkat(folder, name, 0) == 0 || errno == ENOENT { return false }
      var status = stat()
      return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && FileKind(status) == .folder && unlinkat(folder, name, AT_REMOVEDIR) != 0
    }
    return Level(device: status.st_dev, inode: status.st_ino, pending: pending)
  }

  /// Opens a folder, changing its permissions if necessary so that its contents can be removed.
  private static func enter(_ outer: Int32, _ name: Name) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var folder = openat(outer, name, flags)
    if folder < 0, errno == EACCES {
      fchmodat(outer, name, 0o700, AT_SYMLINK_NOFOLLOW)
      folder = openat(outer, name, flags)
    }
    // Removing needs more permissions than reading.
    if folder >= 0 { fchmod(folder, 0o700) }
    return folder
  }

  private static func names(in folder: Int32) -> [Name] {
    let copy = dup(folder)
    guard copy >= 0, let stream = fdopendir(copy) else {
      close(copy)
      return []
    }
    defer { closedir(stream) }
    var names: [Name] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      let dot = CChar(UInt8(ascii: "."))
      if name != [dot, 0] && name != [dot, dot, 0] { names.append(name) }
    }
    return names
  }
}
