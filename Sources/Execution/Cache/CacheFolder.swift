/// The folder in which Gradbook remembers what it need not do again.
struct CacheFolder: Sendable {
  /// Why a part of the folder that was wanted cannot be used, if so; then a temporary one stands in for
  /// that part.
  let problem: FileError?
  private let path: String
  private let unusable: Set<String>
  private let temporary: TemporaryFolder?

  /// Opens the cache.
  /// - Parameter wanted: the folder; the usual one unless given
  /// - Throws: `FileError` when not even a temporary folder can be made.
  init(_ wanted: String? = nil) throws(FileError) {
    path = wanted ?? Self.usualPath
    var problem: FileError?
    var unusable: Set<String> = []
    for name in Self.names {
      do throws(FileError) { try Self.prepare(path + "/" + name) } catch {
        problem = problem ?? error
        unusable.insert(name)
      }
    }
    (self.problem, self.unusable) = (problem, unusable)
    temporary = unusable.isEmpty ? nil : try TemporaryFolder()
    for name in unusable { try Self.prepare(place(of: name)) }
  }

  /// Where a part of the cache is.
  private func place(of name: String) -> String {
    let folder = unusable.contains(name) ? temporary?.path ?? path : path
    return folder + "/" + name
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
  var engines: String { place(of: "engine") }
  /// Where the outputs of experiments are.
  var experiments: String { place(of: "experiments") }
  /// Where is remembered what pages came to.
  var pages: String { place(of: "pages") }
  /// Where compiled programs are.
  var programs: String { place(of: "programs") }
  /// The folder of the records of sites: which files Gradbook wrote below each site's folder.
  var sites: String { place(of: "sites") }
  /// Where is written down which toolchain has which version.
  var toolchains: String { place(of: "toolchains") }

  private static let names = ["engine", "experiments", "pages", "programs", "sites", "toolchains"]

  private static func prepare(_ folder: String) throws(FileError) {
    try FileAccess.makeFolder(folder)
    guard access(folder, W_OK | X_OK) == 0 else { throw FileError("write", folder) }
  }
}
