import Files

/// The file by which a folder is known to be a cache of Gradbook's. Only below such a folder anything is
/// written or removed.
///
/// - Source: https://bford.info/cachedir/, the Cache Directory Tagging Specification: backups leave such
///   folders out.
enum CacheMark {
  /// The file's name.
  static let name = "CACHEDIR.TAG"

  private static let text = """
    Signature: 8a477f597d28d172789f06886806bc55
    # This folder is Gradbook's: it holds results that can be made again.
    # 'gradbook clean' removes them. See https://bford.info/cachedir/.

    """

  /// Whether a folder carries the mark. A tag of another program's is none.
  static func isPresent(in folder: String) -> Bool {
    (try? FileAccess.read(folder + "/" + name, atMost: 4096)) == Array(text.utf8)
  }

  /// Marks a folder.
  static func write(in folder: String) throws(FileError) {
    try FileAccess.writeAtomically(Array(text.utf8), to: folder + "/" + name)
  }

  /// A name in a folder that is not Gradbook's; nil when all are, as in a cache of a time without marks,
  /// or when there are none.
  static func foreignName(in folder: String) -> String? {
    for part in FileAccess.names(in: folder) ?? [] where !TemporaryFile.isName(part) {
      let path = folder + "/" + part
      guard CacheFolder.names.contains(part), FileKind(path) == .folder else { return part }
      let foreign = (FileAccess.names(in: path) ?? []).first { !EntryName.isGradbooks($0) }
      if let foreign { return part + "/" + foreign }
    }
    return nil
  }
}
