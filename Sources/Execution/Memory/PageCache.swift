import Files

/// The cache of rendered chapters, in the user's cache folder.
public struct PageCache: Sendable {
  private let files: CheckedFiles

  /// Opens the cache; nil when the folder cannot be used.
  /// - Parameter folder: the cache folder; nil for the usual one
  public init?(cacheFolder folder: String? = nil) {
    guard let folder = try? CacheFolder(folder), folder.problem == nil else { return nil }
    files = CheckedFiles(folder: folder.pages)
  }

  /// Looks a name up.
  package func recall(_ name: String) -> CheckedFiles.Found { files.recall(name) }

  /// Caches bytes under a name.
  /// - Throws: `FileError` when the folder cannot be written.
  public func remember(_ bytes: [UInt8], as name: String) throws(FileError) {
    try files.remember(bytes, as: name)
  }
}
