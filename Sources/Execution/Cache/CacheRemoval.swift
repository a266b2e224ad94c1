import Files

/// Removes the contents of the usual cache folder, as far as they are Gradbook's.
public enum CacheRemoval {
  /// Removes them once no other command uses the cache.
  /// - Parameter onWait: called once after waiting for a second
  /// - Returns: the path of the folder, and the files in it that are not Gradbook's and are kept
  /// - Throws: an error when the folder is not Gradbook's, or something in it cannot be removed
  public static func removeAll(onWait: @Sendable (String) -> Void) async throws -> (
    path: String, kept: [String]
  ) {
    let path = CacheFolder.usualPath
    if FileKind(path) == .nothing { return (path, []) }
    try CacheFolder.check(path)
    if !CacheMark.isPresent(in: path) {
      if let name = CacheMark.foreignName(in: path) {
        throw CacheProblem.notOurs(path, holding: name)
      }
      try CacheMark.write(in: path)
    }
    let lock = FileLock(path + "/" + CacheMark.name, .exclusive)
    await lock?.take { onWait(path) }
    try Task.checkCancellation()
    defer { lock?.giveBack() }
    for part in CacheFolder.names where FileKind(path + "/" + part) == .folder {
      try remove(path + "/" + part)
    }
    TemporaryFile.sweep(path)
    let kept = (FileAccess.names(in: path) ?? []).filter { $0 != CacheMark.name }
    if kept.isEmpty {
      unlink(path + "/" + CacheMark.name)
      rmdir(path)
    }
    return (path, kept.map { path + "/" + $0 })
  }

  private static func remove(_ folder: String) throws(FileError) {
    for name in FileAccess.names(in: folder) ?? [] where EntryName.isGradbooks(name) {
      let entry = folder + "/" + name
      FileAccess.remove(entry)
      if FileKind(entry) != .nothing { throw FileError("remove", entry) }
    }
    rmdir(folder)
  }
}
