import Digests
import Files

/// Remembers what rendering chapters came to, in the user's cache folder: bytes under names that tell
/// all that they depend on.
public struct PageMemory: Sendable {
  /// What is known under a name.
  public enum Found: Equatable, Sendable {
    /// What was remembered.
    case bytes([UInt8])
    /// There is a file, but it is not what was written.
    case damaged
    /// There is nothing.
    case nothing
  }

  private let files: ExperimentCache

  /// The memory in a cache folder; nil when the folder cannot be used.
  /// - Parameter folder: the cache folder; the usual one unless given
  public init?(cacheFolder folder: String? = nil) {
    guard let folder = try? CacheFolder(folder), folder.problem == nil else { return nil }
    files = ExperimentCache(folder: folder.pages)
  }

  /// Looks a name up.
  public func recall(_ name: String) -> Found {
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

  /// Remembers something.
  /// - Throws: `FileError` when the folder cannot be written.
  public func remember(_ bytes: [UInt8], as name: String) throws(FileError) {
    try files.store(bytes + Self.mark(of: bytes, as: name), as: name)
  }

  /// Removes what was not used for longest, once there is too much.
  public func trim() { files.trim() }

  /// Tells whether bytes are still what they were, and stand under their own name.
  private static func mark(of bytes: [UInt8], as name: String) -> [UInt8] {
    let sum = Checksum.of(bytes, as: name)
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }
}
