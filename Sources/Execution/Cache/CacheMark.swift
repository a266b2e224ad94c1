import Files

/// The tag file that identifies a cache folder of Gradbook. Files are written and removed only
/// below a folder that has it.
///
/// - Source: https://bford.info/cachedir/, the Cache Directory Tagging Specification. Backup
///   programs skip such folders.
enum CacheMark {
  /// The file's name.
  static let name = "CACHEDIR.TAG"

  private static let text = """
    Signature: 8a477f597d28d172789f06886806bc55
    # This folder is Gradbook's: it holds results that can be made again.
    # 'gradbook clean' removes them. See https://bford.info/cachedir/.

    """

  /// Returns true when a folder has Gradbook's tag. Another program's tag does not count.
  static func isPresent(in folder: String) -> Bool {
    (try? FileAccess.read(folder + "/" + name, atMost: 4096)) == Array(text.utf8)
  }

  /// Writes the tag into a folder.
  static func write(in folder: String) throws(FileError) {
    try FileAccess.writeAtomically(Array(text.utf8), to: folder + "/" + name)
  }

  /// Returns a name in a folder that does not come from Gradbook, or nil when there is none: the
  /// folder is empty, or a cache from before there were tags.
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
