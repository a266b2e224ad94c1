import Digests
import Files

/// The reason why there is no engine to compile blocks against.
enum EngineError: Error, Equatable, Sendable {
  /// The package's own sources are missing.
  case sourcesMissing
  /// The compiler refuses a module.
  case notCompiled(module: String, output: String)
  /// A file could not be written.
  case file(FileError)
}

/// The engine as a library that blocks are linked against.
struct EngineLibrary: Sendable {
  /// The folder that contains the modules and the library.
  var folder: String
  /// Identifies the engine build: its sources, the compiler and the compiler's options.
  var key: String

  /// The folder in which the compiler caches the system's modules. It rejects them when they have
  /// been moved, so the name contains a digest of the engine's path.
  var moduleCache: String {
    var digest = SHA256()
    digest.update(folder)
    return folder + "/" + Self.moduleCachePrefix + digest.hexadecimal().prefix(16)
  }

  var libraryPath: String { folder + "/" + EngineBuild.library }

  /// The environment variable for the library's folder. The path is not in the program itself,
  /// because that would show a block the location of the cache.
  static let searchPathVariable: String = {
    #if canImport(Darwin)
      "DYLD_LIBRARY_PATH"
    #else
      "LD_LIBRARY_PATH"
    #endif
  }()

  /// The locks of modules that a compiler is making, or was making when it was killed. A compiler
  /// that finds a lock waits for it, even when its holder no longer exists: in the sandbox all
  /// processes have the same few numbers.
  var moduleLocks: [String] { Self.moduleLocks(in: moduleCache) }

  /// Returns the locks in one module cache.
  static func moduleLocks(in folder: String) -> [String] {
    (FileAccess.names(in: folder) ?? []).map { folder + "/" + $0 }.flatMap { place in
      (FileAccess.names(in: place) ?? []).filter { $0.utf8.firstRange(of: ".lock".utf8) != nil }
        .map { place + "/" + $0 }
    }
  }

  /// Removes the locks of killed compilers from all engines' folders. No compiler may be running.
  static func removeModuleLocks(below engines: String) {
    for engine in FileAccess.names(in: engines) ?? [] where EntryName.isGradbooks(engine) {
      let folder = engines + "/" + engine
      for name in FileAccess.names(in: folder, beginningWith: moduleCachePrefix) ?? [] {
        for lock in moduleLocks(in: folder + "/" + name) { unlink(lock) }
      }
    }
  }

  /// The prefix of the names of module caches.
  static let moduleCachePrefix = "modules-"
}
