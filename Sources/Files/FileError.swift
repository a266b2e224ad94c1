/// The failure of an operation on a file or folder.
public struct FileError: Error, Equatable, Sendable {
  /// The operation, such as "write".
  public var operation: String
  /// The path as it was given.
  public var path: String
  /// The system's reason, such as "Permission denied".
  public var reason: String

  /// Makes an error with the reason of the system's last failure, such as "Permission denied".
  /// - Parameters:
  ///   - operation: the operation, such as "write"
  ///   - path: the path as it was given
  public init(_ operation: String, _ path: String) {
    self.init(operation, path, reason: String(cString: strerror(errno)))
  }

  /// Makes an error with a given reason.
  /// - Parameters:
  ///   - operation: the operation, such as "write"
  ///   - path: the path as it was given
  ///   - reason: the reason for the failure
  public init(_ operation: String, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}

extension FileError: CustomStringConvertible {
  /// `cannot write 'path': reason`.
  public var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
