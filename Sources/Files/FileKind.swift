/// The kind of file at a path.
public enum FileKind: Equatable, Sendable {
  case nothing
  case file
  case folder
  case link
  case pipe
  case device
  case socket

  /// Determines the kind of the path itself; a link is not followed.
  public init(_ path: String) {
    var status = stat()
    self = lstat(path, &status) == 0 ? FileKind(status) : .nothing
  }

  /// Converts the system's description of a file.
  public init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// The kind as a noun with its article.
  public var noun: String {
    switch self {
    case .nothing: "nothing"
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a link"
    case .pipe: "a named pipe"
    case .device: "a device"
    case .socket: "a socket"
    }
  }
}
