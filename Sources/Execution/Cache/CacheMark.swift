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
      if let name = (FileAccess.names(in: path) ?? []).first(where: { !isEntry($0) }) {
        return part + "/" + name
      }
    }
    return nil
  }

  /// Whether a name in a part of the cache is one that Gradbook gives: a digest, perhaps with a word
  /// before or after it, or that of something unfinished.
  static func isEntry(_ name: String) -> Bool {
    if name == EngineBuild.lock || TemporaryFile.isName(name) { return true }
    if name.hasPrefix(EngineBuild.buildingPrefix + "-") { return true }
    // As temporary files were once called.
    if name.hasPrefix(".temporary-") { return true }
    var digest = Substring(name).utf8
    for prefix in [DriverPlans.notePrefix, EngineSources.notePrefix]
    where digest.starts(with: prefix.utf8) {
      digest = digest.dropFirst(prefix.utf8.count)
    }
    if name.hasSuffix(ProgramStore.nameExtension) {
      digest = digest.dropLast(ProgramStore.nameExtension.utf8.count)
    }
    return (digest.count == 32 || digest.count == 64)
      && digest.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
