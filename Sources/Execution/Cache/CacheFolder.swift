import Files

/// The folder of cached results. It belongs to the user, and contains Gradbook's tag file.
struct CacheFolder: Sendable {
  /// The reason why the specified folder, or a part of it, cannot be used; nil when all of it can.
  /// Temporary folders replace the unusable parts.
  let problem: CacheProblem?
  private let path: String
  private let unusable: Set<String>
  private let temporary: TemporaryFolder?

  /// Opens the cache.
  /// - Parameter wanted: the folder; nil for the usual one
  /// - Throws: `FileError` when not even a temporary folder can be made.
  init(_ wanted: String? = nil) throws(FileError) {
    path = wanted.map(FileAccess.absolute) ?? Self.usualPath
    var problem: CacheProblem?
    var unusable: Set<String> = []
    do throws(CacheProblem) {
      try Self.open(path)
      for name in Self.names {
        do throws(CacheProblem) { try Self.prepare(path + "/" + name) } catch {
          problem = problem ?? error
          unusable.insert(name)
        }
      }
    } catch {
      problem = error
      unusable = Set(Self.names)
    }
    (self.problem, self.unusable) = (problem, unusable)
    temporary = unusable.isEmpty ? nil : try TemporaryFolder()
    for name in unusable { try FileAccess.makeFolder(place(of: name)) }
  }

  /// Returns the path of a part of the cache.
  private func place(of name: String) -> String {
    let folder = unusable.contains(name) ? temporary?.path ?? path : path
    return folder + "/" + name
  }

  /// `GRADBOOK_CACHE`, else `gradbook` in `XDG_CACHE_HOME`, else in `.cache` of the home folder,
  /// else in the system's temporary folder. A relative path is resolved against the current folder.
  static var usualPath: String {
    if let path = ProcessEnvironment["GRADBOOK_CACHE"] { return FileAccess.absolute(path) }
    if let path = ProcessEnvironment["XDG_CACHE_HOME"] {
      return FileAccess.absolute(path) + "/gradbook"
    }
    if let path = ProcessEnvironment["HOME"] {
      return FileAccess.absolute(path) + "/.cache/gradbook"
    }
    return TemporaryFolder.systemFolder + "/gradbook-\(geteuid())"
  }

  /// The folder of compiled engines.
  var engines: String { place(of: Self.engineName) }
  /// The folder of experiments' results.
  var experiments: String { place(of: "experiments") }
  /// The folder of the parts of live pages.
  var live: String { place(of: "live") }
  /// The folder of rendered pages.
  var pages: String { place(of: "pages") }
  /// The folder of compiled programs.
  var programs: String { place(of: "programs") }
  /// The folder of site records: the files that Gradbook wrote below each site's folder.
  var sites: String { place(of: "sites") }
  /// The folder of notes on toolchains, such as their versions.
  var toolchains: String { place(of: "toolchains") }

  /// The name of the part with the compiled engines.
  static let engineName = "engine"
  /// The names of the parts of a cache.
  static let names = [
    engineName, "experiments", "live", "pages", "programs", "sites", "toolchains",
  ]

  /// Makes a cache folder, or checks the existing one.
  static func open(_ path: String) throws(CacheProblem) {
    try makeFolder(path)
    try check(path)
    if CacheMark.isPresent(in: path) { return }
    if let name = CacheMark.foreignName(in: path) { throw .notOurs(path, holding: name) }
    do throws(FileError) { try CacheMark.write(in: path) } catch { throw .file(error) }
  }

  /// Checks that a folder belongs to the user, and that nobody else may write into it.
  static func check(_ path: String) throws(CacheProblem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .file(FileError("read", path)) }
    guard FileKind(status) == .folder else { throw .notAFolder(path, FileKind(status)) }
    if status.st_uid != geteuid() { throw .foreign(path, owner: status.st_uid) }
    let mode = status.st_mode & 0o7777
    if mode & 0o022 != 0 { throw .writableByOthers(path, mode: mode) }
  }

  private static func prepare(_ folder: String) throws(CacheProblem) {
    try makeFolder(folder)
    // Through a link, somebody else's files would be taken for cache entries.
    if FileKind(folder) != .folder { throw .notAFolder(folder, FileKind(folder)) }
    try check(folder)
    guard access(folder, W_OK | X_OK) == 0 else { throw .file(FileError("write", folder)) }
  }

  private static func makeFolder(_ path: String) throws(CacheProblem) {
    do throws(FileError) { try FileAccess.makeFolder(path, mode: 0o700) } catch {
      throw .file(error)
    }
  }
}
