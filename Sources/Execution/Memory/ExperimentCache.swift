import Files

/// A folder of remembered experiments, each in a file that is named by its key.
struct ExperimentCache: Sendable {
  /// What the cache knows of a key.
  enum Found: Equatable, Sendable {
    /// The experiment is remembered.
    case entry(ExperimentEntry)
    /// There is a file, but it is not what was written.
    case damaged
    /// There is nothing.
    case nothing
  }

  /// The folder; it exists.
  var folder: String
  /// The most files to keep.
  var entryLimit = 4000
  /// The most bytes to keep.
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

  /// Remembers an experiment.
  /// - Throws: `FileError` when the folder cannot be written.
  func store(_ entry: ExperimentEntry, under key: ExperimentKey) throws(FileError) {
    try store(entry.encoded(as: key.name), as: key.name)
  }

  /// Puts a file into the folder, in place of whatever has its name.
  /// - Throws: `FileError` when the folder cannot be written.
  func store(_ bytes: [UInt8], as name: String) throws(FileError) {
    let path = folder + "/" + name
    if FileAccess.isFolder(path) { FileAccess.remove(path) }
    try FileAccess.writeAtomically(bytes, to: path)
  }

  /// Removes what was not used for longest until the limits hold, and then a tenth more, so that it
  /// need not be done again soon. What killed processes left goes, too; what is not Gradbook's stays.
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
