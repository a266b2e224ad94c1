import Digests
import Files

/// The cache of rendered chapters, in the user's cache folder: bytes under names that identify
/// everything they depend on.
public struct PageCache: Sendable {
  /// The result of looking up a name.
  public enum Found: Equatable, Sendable {
    /// The cached bytes.
    case bytes([UInt8])
    /// There is a file, but its contents are not those that were written.
    case damaged
    /// There is no file.
    case nothing
  }

  private let files: ExperimentCache

  /// Opens the cache; nil when the folder cannot be used.
  /// - Parameter folder: the cache folder; nil for the usual one
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

  /// Caches bytes under a name.
  /// - Throws: `FileError` when the folder cannot be written.
  public func remember(_ bytes: [UInt8], as name: String) throws(FileError) {
    try files.store(bytes + Self.mark(of: bytes, as: name), as: name)
  }

  /// Returns a checksum of the bytes and their name, which detects changed or renamed files.
  private static func mark(of bytes: [UInt8], as name: String) -> [UInt8] {
    let sum = Checksum.of(bytes, as: name)
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }
}
