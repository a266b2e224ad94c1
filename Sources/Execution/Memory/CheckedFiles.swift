import Digests
import Files

/// A folder of the cache: bytes under names that identify everything they depend on.
package struct CheckedFiles: Sendable {
  /// The result of looking up a name.
  package enum Found: Equatable, Sendable {
    /// The cached bytes.
    case bytes([UInt8])
    /// There is a file, but its contents are not those that were written.
    case damaged
    /// There is no file.
    case nothing
  }

  private let files: ExperimentCache

  /// Opens a folder, which exists.
  init(folder: String) { files = ExperimentCache(folder: folder) }

  /// Looks a name up.
  package func recall(_ name: String) -> Found {
    let path = files.folder + "/" + name
    guard var bytes = try? FileAccess.read(path) else {
      return FileAccess.status(path) == nil ? .nothing : .damaged
    }
    let mark = Array(bytes.suffix(8))
    bytes.removeLast(mark.count)
    guard mark == Self.mark(of: bytes, as: name) else { return .damaged }
    FileAccess.touch(path)
    return .bytes(bytes)
  }

  /// Caches bytes under a name.
  /// - Throws: `FileError` when the folder cannot be written.
  package func remember(_ bytes: [UInt8], as name: String) throws(FileError) {
    try files.store(bytes + Self.mark(of: bytes, as: name), as: name)
  }

  /// Returns a checksum of the bytes and their name, which detects changed or renamed files.
  private static func mark(of bytes: [UInt8], as name: String) -> [UInt8] {
    let sum = Checksum.of(bytes, as: name)
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }
}
