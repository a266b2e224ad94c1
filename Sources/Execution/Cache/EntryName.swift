import Files

/// The names that Gradbook gives what is in a part of the cache.
enum EntryName {
  /// The lock of those who build an engine.
  static let lock = "lock"
  /// Begins the name of an engine that is being built.
  static let buildingPrefix = "building"
  /// Begins the name of a note of what the compiler's driver would do.
  static let planPrefix = "plan-"
  /// Begins the name of a note of the engine's sources.
  static let sourcesPrefix = "sources-"
  /// Ends the name of a compiled program.
  static let programExtension = ".program"

  /// Whether a name in a part of the cache is one that Gradbook gives: a digest, perhaps with a word
  /// before or after it, or that of something unfinished.
  static func isGradbooks(_ name: String) -> Bool {
    if name == lock || TemporaryFile.isName(name) { return true }
    if name.hasPrefix(buildingPrefix + "-") { return true }
    // As temporary files were once called.
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
