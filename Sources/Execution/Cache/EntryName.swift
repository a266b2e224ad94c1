import Files

/// The names of entries in the parts of the cache.
enum EntryName {
  /// The lock for building an engine.
  static let lock = "lock"
  /// The prefix of the folder of an engine that is being built.
  static let buildingPrefix = "building"
  /// The prefix of a note on what the compiler's driver would do.
  static let planPrefix = "plan-"
  /// The prefix of a note on the engine's sources.
  static let sourcesPrefix = "sources-"
  /// The suffix of a compiled program.
  static let programExtension = ".program"

  /// Returns true for a name that Gradbook gives to entries: a digest, possibly with a prefix or a
  /// suffix, or the name of something unfinished.
  static func isGradbooks(_ name: String) -> Bool {
    if name == lock || TemporaryFile.isName(name) { return true }
    if name.hasPrefix(buildingPrefix + "-") { return true }
    // Temporary files of earlier versions.
    if name.hasPrefix(".temporary-") { return true }
    var digest = Substring(name).utf8
    for prefix in [planPrefix, sourcesPrefix] where digest.starts(with: prefix.utf8) {
      digest = digest.dropFirst(prefix.utf8.count)
    }
    if name.hasSuffix(programExtension) {
      digest = digest.dropLast(programExtension.utf8.count)
    }
    return (digest.count == 32 || digest.count == 64)
      && digest.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
