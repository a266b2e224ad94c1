import Files

/// A folder of cached experiments, each in a file named after its key.
struct ExperimentCache: Sendable {
  /// The result of looking up a key.
  enum Found: Equatable, Sendable {
    /// The cached experiment.
    case entry(ExperimentEntry)
    /// There is a file, but its contents are not those that were written.
    case damaged
    /// There is no file.
    case nothing
  }

  /// The path of the folder, which exists.
  var folder: String
  /// The largest number of files to keep.
  var entryLimit = 4000
  /// The largest number of bytes to keep.
  var byteLimit: Int64 = 256 << 20

  /// Looks a key up.
  func find(_ key: ExperimentKey) -> Found { find(key.name) }

  /// Looks a file up by its name.
  func find(_ name: String) -> Found {
    let path = folder + "/" + name
    guard let bytes = try? FileAccess.read(path) else {
      return FileAccess.status(path) == nil ? .nothing : .damaged
    }
    guard let entry = ExperimentEntry(decoding: bytes, as: name) else { return .damaged }
    FileAccess.touch(path)
    return .entry(entry)
  }

  /// Caches an experiment.
  /// - Throws: `FileError` when the folder cannot be written.
  func store(_ entry: ExperimentEntry, under key: ExperimentKey) throws(FileError) {
    try store(entry.encoded(as: key.name), as: key.name)
  }

  /// Writes a file into the folder, replacing any with the same name. Every now and then the least
  /// recently used files are removed afterwards.
  /// - Throws: `FileError` when the folder cannot be written.
  func store(_ bytes: [UInt8], as name: String) throws(FileError) {
    let path = folder + "/" + name
    if FileAccess.isFolder(path) { FileAccess.remove(path) }
    try FileAccess.writeAtomically(bytes, to: path)
    if Self.isTrimmed(after: name) { trim() }
  }

  /// Returns true for one in sixteen names, which are digests: reading the sizes of thousands of
  /// files takes longer than storing one.
  static func isTrimmed(after name: String) -> Bool { name.utf8.first == UInt8(ascii: "0") }

  /// Removes the least recently used files until the limits hold, and then a tenth more, so that
  /// trimming is not needed again soon. Temporary files of killed processes are removed as well;
  /// files that are not Gradbook's are kept.
  func trim() {
    TemporaryFile.sweep(folder)
    let names = (FileAccess.names(in: folder) ?? []).filter(EntryName.isGradbooks)
    var files = names.compactMap { name in
      FileAccess.status(folder + "/" + name).map { (name: name, size: $0.size, used: $0.modified) }
    }
    var bytes = files.reduce(0) { $0 + $1.size }
    guard files.count > entryLimit || bytes > byteLimit else { return }
    files.sort { $0.used > $1.used }
    while let file = files.last, files.count > entryLimit * 9 / 10 || bytes > byteLimit * 9 / 10 {
      FileAccess.remove(folder + "/" + file.name)
      bytes -= file.size
      files.removeLast()
    }
  }
}
