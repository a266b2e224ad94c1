import Digests
import Files

/// Why there is no engine to compile blocks against.
enum EngineError: Error, Equatable, Sendable {
  /// The package's own sources are not there.
  case sourcesMissing
  /// The compiler refuses a module.
  case notCompiled(module: String, output: String)
  /// A file could not be written.
  case file(FileError)
}

/// The engine as a library that blocks are linked against.
struct EngineLibrary: Sendable {
  /// The folder that holds the modules and the library.
  var folder: String
  /// Tells one engine from another: its sources, the compiler and the compiler's options.
  var key: String

  /// The folder in which the compiler keeps the system's modules. It refuses them when they have
  /// been moved, so the folder's place is in its name.
  var moduleCache: String {
    var digest = SHA256()
    digest.update(folder)
    return folder + "/" + Self.moduleCachePrefix + digest.hexadecimal().prefix(16)
  }

  /// The path of the library.
  var libraryPath: String { folder + "/" + EngineBuild.library }

  /// The variable by which a program finds the library. The program itself does not say where it is: that
  /// would tell a block the place of the cache.
  static let searchPathVariable: String = {
    #if canImport(Darwin)
      "DYLD_LIBRARY_PATH"
    #else
      "LD_LIBRARY_PATH"
    #endif
  }()

  /// The locks of modules that a compiler makes just now, or made when it was killed. Whoever finds such
  /// a lock waits for it, also for one that nobody holds any more: behind walls all processes have the
  /// same few numbers.
  var moduleLocks: [String] { Self.moduleLocks(in: moduleCache) }

  /// The locks in one folder of the system's modules.
  static func moduleLocks(in folder: String) -> [String] {
    (FileAccess.names(in: folder) ?? []).map { folder + "/" + $0 }.flatMap { place in
      (FileAccess.names(in: place) ?? []).filter { $0.utf8.firstRange(of: ".lock".utf8) != nil }
        .map { place + "/" + $0 }
    }
  }

  /// Removes from all engines' folders the locks that killed compilers left. Nobody may be compiling.
  static func removeModuleLocks(below engines: String) {
    for engine in FileAccess.names(in: engines) ?? [] where EntryName.isGradbooks(engine) {
      let folder = engines + "/" + engine
      for name in FileAccess.names(in: folder, beginningWith: moduleCachePrefix) ?? [] {
        for lock in moduleLocks(in: folder + "/" + name) { unlink(lock) }
      }
    }
  }

  /// What the names of such folders begin with.
  static let moduleCachePrefix = "modules-"
}
