import BookModel
import Digests
import Execution
import Files

/// The reason why there is no engine for WebAssembly.
package enum WasmEngineError: Error, Equatable, Sendable {
  /// The toolchain lacks a program.
  case missing(String)
  /// The sources of a module, or a file of the runtime, are missing.
  case sourcesMissing
  /// A module does not compile.
  case notCompiled(String, output: String)
  /// A file could not be written.
  case file(FileError)
  /// It has not been built, and cannot or was not to be.
  case notBuilt
}

extension WasmEngineError {
  /// The error in words, with the next step.
  package var diagnostic: Diagnostic {
    switch self {
    case .missing(let program):
      Diagnostic(
        .warning, at: nil, "the pages are not live: the Swift toolchain has no '\(program)'",
        hint: "use a Swift 6.3 toolchain from swift.org, or '--no-live'")
    case .sourcesMissing:
      Diagnostic(.warning, at: nil, "the pages are not live: the engine's sources are missing")
    case .notCompiled(let module, let output):
      Diagnostic(
        .warning, at: nil,
        "the pages are not live: '\(module)' does not compile for WebAssembly:\n"
          + output.prefix(4000))
    case .file(let error):
      Diagnostic(.warning, at: nil, "the pages are not live: \(error)")
    case .notBuilt: Diagnostic(.warning, at: nil, "the pages are not live yet")
    }
  }
}

/// Compiles the engine for WebAssembly, once for its sources, the toolchain and the options.
struct WasmEngineBuild: Sendable {
  let tools: LiveTools

  private static let buildingPrefix = "building"
  private static let manifest = "manifest"

  /// The folder of C and Swift that stand between an experiment and its host.
  private var runtimeFolder: String { tools.sources + "/LivePages/Runtime" }

  private static let runtimeFiles =
    WasmEngine.runtimeNames.map { $0 + ".c" } + ["Border.h"]

  /// Identifies the engine; nil when a file of the runtime is missing.
  var key: String? {
    var digest = SHA256()
    digest.update("wasm 1")
    digest.update(tools.sourcesDigest)
    digest.update(tools.programs.version)
    for option in WasmTarget.engine + WasmTarget.c { digest.update(option) }
    for name in Self.runtimeFiles + [WasmEngine.interpolation] {
      guard let bytes = try? FileAccess.read(runtimeFolder + "/" + name) else { return nil }
      digest.update(UInt64(bytes.count))
      digest.update(bytes)
    }
    return String(digest.hexadecimal().prefix(32))
  }

  /// Returns the engine if it has been built and no file of it has changed.
  func existing() -> WasmEngine? {
    guard let key else { return nil }
    let engine = WasmEngine(folder: tools.engines + "/" + key, key: key)
    guard let manifest = try? FileAccess.read(engine.folder + "/" + Self.manifest),
      manifest == contents(of: engine.folder, key)
    else { return nil }
    FileAccess.touch(engine.folder)
    return engine
  }

  /// Builds the engine in a temporary folder, which then takes its place.
  func build() async throws(WasmEngineError) -> WasmEngine {
    if let missing = WasmTarget.programs.first(where: { !tools.programs.has($0) }) {
      throw .missing(missing)
    }
    guard let key else { throw .sourcesMissing }
    let lock = FileLock(tools.lock)
    await lock?.take()
    defer { withExtendedLifetime(lock) {} }
    if let engine = existing() { return engine }
    let place = tools.engines + "/" + key
    let work = try catchingFile { () throws(FileError) in
      try TemporaryFolder(in: tools.engines, prefix: Self.buildingPrefix)
    }
    try await compileAll(in: work.path)
    try catchingFile { () throws(FileError) in
      try FileAccess.writeAtomically(
        contents(of: work.path, key) ?? [], to: work.path + "/" + Self.manifest)
    }
    chmod(work.path, 0o755)
    FileAccess.remove(place)
    if rename(work.path, place) != 0 { throw .file(FileError("write", place)) }
    return WasmEngine(folder: place, key: key)
  }

  /// Returns the engine's key, and the names and checksums of a folder's files except the manifest.
  private func contents(of folder: String, _ key: String) -> [UInt8]? {
    guard let names = FileAccess.names(in: folder), names.contains("Notebook.o") else { return nil }
    let lasting = names.filter { $0 != Self.manifest && !TemporaryFile.isName($0) }
    return Array("\(key)\n".utf8)
      + lasting.flatMap { name -> [UInt8] in
        let sum = (try? FileAccess.read(folder + "/" + name)).map(Checksum.of) ?? 0
        return Array("\(name) \(String(sum, radix: 16))\n".utf8)
      }
  }

  // MARK: Compiling

  private func compileAll(in folder: String) async throws(WasmEngineError) {
    let compiling = ModuleCompiling(tools: tools, folder: folder, options: WasmTarget.engine)
    try writeSources(compiling)
    async let runtime = failure { () throws(WasmEngineError) in
      for name in WasmEngine.runtimeNames {
        try await compiling.run(
          "clang", WasmTarget.c + ["-c", name + ".c", "-o", name + ".o"], for: name)
      }
    }
    try await compiling.compile("Numerals")
    // The engine proper takes longest; the small modules are compiled in parallel with it.
    async let engine = failure { () throws(WasmEngineError) in
      try await compiling.compile("GradientDescent")
    }
    async let small = failure { () throws(WasmEngineError) in
      try await compiling.compile("Transcript")
      try await compiling.compile("Charts")
    }
    for failure in await [runtime, engine, small] { if let failure { throw failure } }
    try await compiling.compile("Notebook")
    for name in WasmEngine.modules {
      FileAccess.remove(folder + "/" + name)
      for kind in ["swiftdoc", "swiftsourceinfo"] {
        FileAccess.remove(folder + "/" + name + "." + kind)
      }
    }
    for name in Self.runtimeFiles + ["temporary", "module-cache"] {
      FileAccess.remove(folder + "/" + name)
    }
  }

  private func failure(
    _ body: () async throws(WasmEngineError) -> Void
  ) async -> WasmEngineError? {
    do throws(WasmEngineError) {
      try await body()
      return nil
    } catch {
      return error
    }
  }

  /// Writes the modules' sources and the runtime's.
  private func writeSources(_ compiling: ModuleCompiling) throws(WasmEngineError) {
    var modules: [(name: String, files: [EngineSource])] = []
    for name in WasmEngine.modules {
      modules.append((name, try EngineSource.files(tools.files(of: name))))
    }
    try compiling.write(modules)
    try catchingFile { () throws(FileError) in
      for name in Self.runtimeFiles + [WasmEngine.interpolation] {
        try FileAccess.writeAtomically(
          FileAccess.read(runtimeFolder + "/" + name), to: compiling.folder + "/" + name)
      }
    }
  }

  private func catchingFile<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(WasmEngineError) -> Value {
    do throws(FileError) { return try body() } catch { throw .file(error) }
  }
}
