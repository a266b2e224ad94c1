/// Identifies the state of a file without reading it: its device and inode, its size, and the times
/// of its last changes, to the nanosecond.
public struct FileStamp: Equatable, Sendable, CustomStringConvertible {
  /// The numbers, separated by spaces.
  public let description: String

  /// Reads the stamp of the file at a path, links followed; nil when there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    description =
      "\(status.st_dev) \(status.st_ino) \(status.st_size)"
      + " \(modified.tv_sec).\(modified.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
  }
}
