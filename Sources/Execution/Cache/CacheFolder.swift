/// The folder in which Gradbook remembers what it need not do again.
struct CacheFolder: Sendable {
  /// Its path; it exists and can be written.
  let path: String
  /// Why the folder that was wanted could not be used, if so; then `path` is a temporary one.
  let problem: FileError?
  private let temporary: TemporaryFolder?

  /// Opens the cache.
  /// - Parameter wanted: the folder; the usual one unless given
  /// - Throws: `FileError` when not even a temporary folder can be made.
  init(_ wanted: String? = nil) throws(FileError) {
    let wanted = wanted ?? Self.usualPath
    do throws(FileError) {
      try Self.prepare(wanted)
      (path, problem, temporary) = (wanted, nil, nil)
    } catch {
      let folder = try TemporaryFolder()
      try Self.prepare(folder.path)
      (path, problem, temporary) = (folder.path, error, folder)
    }
  }

  /// `GRADBOOK_CACHE`, else `gradbook` in `XDG_CACHE_HOME`, else in `.cache` of the home folder,
  /// else in the system's temporary folder.
  static var usualPath: String {
    if let path = environmentValue("GRADBOOK_CACHE") { return path }
    if let path = environmentValue("XDG_CACHE_HOME") { return path + "/gradbook" }
    if let path = environmentValue("HOME") { return path + "/.cache/gradbook" }
    return TemporaryFolder.systemFolder + "/gradbook-\(getuid())"
  }

  /// Removes the usual folder, as far as it is Gradbook's: what else lies in it stays.
  /// - Returns: its path
  static func removeUsual() throws(FileError) -> String {
    let path = usualPath
    for name in names {
      let folder = path + "/" + name
      FileAccess.remove(folder)
      if FileAccess.status(folder) != nil { throw FileError("remove", folder) }
    }
    rmdir(path)
    return path
  }

  /// Where the compiled engines are.
  var engines: String { path + "/engine" }
  /// Where the outputs of experiments are.
  var experiments: String { path + "/experiments" }
  /// Where is remembered what pages came to.
  var pages: String { path + "/pages" }
  /// Where compiled programs are.
  var programs: String { path + "/programs" }
  /// The folder of the records of sites: which files Gradbook wrote below each site's folder.
  var sites: String { path + "/sites" }
  /// Where is written down which toolchain has which version.
  var toolchains: String { path + "/toolchains" }

  private static let names = ["engine", "experiments", "pages", "programs", "sites", "toolchains"]

  private static func prepare(_ path: String) throws(FileError) {
    for folder in names {
      try FileAccess.makeFolder(path + "/" + folder)
      guard access(path + "/" + folder, W_OK | X_OK) == 0 else {
        throw FileError("write", path + "/" + folder)
      }
    }
  }
}
