#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why the system has refused something, in its own words.
public struct SystemError: Error {
  /// The reason, such as "No such file or directory".
  public let reason: String

  /// The error of the last call.
  fileprivate static var last: SystemError { SystemError(reason: String(cString: strerror(errno))) }
}

/// Reads a whole file.
/// - Parameter path: its path, from the working folder unless it is absolute
public func readFile(_ path: String) throws(SystemError) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .last }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .last }
  return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    while count < buffer.count {
      let got = read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return }
      count += got
    }
  }
}

/// Writes bytes to standard output at once. C's buffers are flushed first, so that text written with C's
/// functions keeps its order. Nothing happens when there is no reader any more.
public func writeToStandardOutput(_ bytes: [UInt8]) {
  fflush(nil)
  var sent = 0
  while sent < bytes.count {
    let count = bytes.withUnsafeBytes {
      write(1, $0.baseAddress?.advanced(by: sent), $0.count - sent)
    }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return }
    sent += count
  }
}
