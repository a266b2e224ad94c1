/// What there is at a path.
public enum FileKind: Equatable, Sendable {
  case nothing
  case file
  case folder
  case link
  case pipe
  case device
  case socket

  /// Looks at a path itself; a link is not followed.
  public init(_ path: String) {
    var status = stat()
    self = lstat(path, &status) == 0 ? FileKind(status) : .nothing
  }

  /// The kind in the system's answer about a file.
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

  /// What such a thing is called.
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
