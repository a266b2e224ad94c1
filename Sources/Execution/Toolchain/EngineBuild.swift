import Digests
import Files

/// Compiles the engine from the package's own sources, once per content, compiler and options.
struct EngineBuild: Sendable {
  /// The compiler.
  var toolchain: Toolchain
  /// The engine's sources.
  var sources: EngineSources
  /// The folder of all engines.
  var engines: String
  /// The folder for notes on toolchains.
  var toolchainNotes: String
  /// The launcher of the sandbox for the compiler; nil for none.
  var sandbox: Sandbox?
  /// The instruction set beyond the baseline that the engine may use; nil for none.
  var instructionSet = InstructionSet.ofThisMachine
  /// The longest time for one module, in seconds.
  var timeLimit = 300.0

  /// Code for several files is generated in parallel, which reduces the time by a third.
  private static let options =
    [
      "-O", "-wmo", "-num-threads", "4", "-parse-as-library", "-swift-version", "6",
      "-package-name", "gradbook",
      // A square root is one instruction then, for several numbers at once, without a call for
      // negative ones that sets errno.
      "-Xcc", "-fno-math-errno",
    ] + SwiftCompiler.traceable
  /// As in the package's own settings: the engine is called from one thread only, and small
  /// operations would spend most of their time on checks for others.
  private var engineOptions: [String] {
    ["-enforce-exclusivity=unchecked", "-Xfrontend", "-assume-single-threaded"]
      + (instructionSet?.options ?? [])
  }
  /// With a stable interface the module keeps its imports to itself: to load the system's modules takes 3
  /// to 6 ms of each block's compilation.
  private static let systemOptions = ["-enable-library-evolution"]

  private func options(of module: String) -> [String] {
    switch module {
    case "GradientDescent": engineOptions
    case "HostSystem": Self.systemOptions
    default: []
    }
  }
  static let manifest = "manifest"
  static let stamps = "stamps"
  /// The engines that are kept, for blocks and for pages.
  static let keptEngines = 6

  /// Identifies this engine build: its sources, the compiler and the options.
  var key: String {
    var digest = SHA256()
    digest.update(sources.digest)
    digest.update(toolchain.version)
    for option in Self.options + engineOptions + Self.systemOptions { digest.update(option) }
    return String(digest.hexadecimal().prefix(32))
  }

  /// Returns the library if it has been built and none of its files has changed. The files are read
  /// only when their stamps are not those of the last time.
  func existing() -> EngineLibrary? {
    let folder = engines + "/" + key
    let library = EngineLibrary(folder: folder, key: key)
    guard let stamps = stamps(of: folder) else { return nil }
    if stamps == (try? FileAccess.read(folder + "/" + Self.stamps)) { return library }
    guard let manifest = try? FileAccess.read(folder + "/" + Self.manifest),
      manifest == contents(of: folder)
    else { return nil }
    try? FileAccess.writeAtomically(stamps, to: folder + "/" + Self.stamps)
    return library
  }

  /// Builds the library in a temporary folder, which then replaces the final one. Of two
  /// simultaneous builds one waits, and finds the other's library.
  func build() async -> Result<EngineLibrary, EngineError> {
    let lock = FileLock(engines + "/" + EntryName.lock)
    await lock?.take()
    defer { withExtendedLifetime(lock) {} }
    if let library = existing() { return .success(library) }
    do throws(EngineError) {
      let place = engines + "/" + key
      let work = try catchingFile { () throws(FileError) in
        try TemporaryFolder(in: engines, prefix: EntryName.buildingPrefix)
      }
      try await compileAll(in: work.path)
      guard let contents = contents(of: work.path) else { throw .sourcesMissing }
      try catchingFile { () throws(FileError) in
        try FileAccess.writeAtomically(contents, to: work.path + "/" + Self.manifest)
      }
      chmod(work.path, 0o755)
      if existing() == nil { FileAccess.remove(place) }
      if rename(work.path, place) != 0, existing() == nil { throw .file(FileError("write", place)) }
      removeOldEngines()
      let library = EngineLibrary(folder: place, key: key)
      await warmModuleCache(of: library)
      return .success(library)
    } catch {
      return .failure(error)
    }
  }

  private func compileAll(in folder: String) async throws(EngineError) {
    let byName = Dictionary(uniqueKeysWithValues: sources.modules.map { ($0.name, $0) })
    async let system = compile(byName["HostSystem"], in: folder)
    async let numerals = compile(byName["Numerals"], in: folder)
    for failure in await [system, numerals] { if let failure { throw failure } }
    // The engine proper takes longest; the small modules are compiled in parallel with it.
    async let engine = compile(byName["GradientDescent"], in: folder)
    async let small = compileInOrder([byName["Transcript"], byName["Charts"]], in: folder)
    for failure in await [engine, small] { if let failure { throw failure } }
    if let failure = await compile(byName["Notebook"], in: folder) { throw failure }
    let names = sources.modules.map(\.name)
    let objects = names.flatMap { name in
      (FileAccess.names(in: folder + "/" + name) ?? []).map { name + "/" + $0 }
    }
    let linker = toolchain.hasLLD ? ["-use-ld=lld"] : []
    let link = linker + ["-emit-library", "-o", Self.library] + objects
    if let failure = await run(link, module: "engine", in: folder) { throw failure }
    for name in names + ["temporary", "module-cache"] { FileAccess.remove(folder + "/" + name) }
  }

  /// Compiles an empty block with both optimizations, so that no chapter has to wait for the
  /// system's modules, which would take a third of a second each time, or for the driver's plans.
  private func warmModuleCache(of library: EngineLibrary) async {
    let compiler = SwiftCompiler(
      toolchain: toolchain, engine: library, sandbox: sandbox,
      plans: DriverPlans(notes: toolchainNotes))
    for optimization in CompilerOptions.Optimization.allCases {
      guard let work = try? TemporaryFolder(in: engines, prefix: EntryName.buildingPrefix) else {
        return
      }
      _ = await compiler.compile(
        "import Notebook\nstartNotebook()\n", optimization, in: work.path)
    }
  }

  private func compileInOrder(_ modules: [EngineSources.Module?], in folder: String) async
    -> EngineError?
  {
    for module in modules { if let failure = await compile(module, in: folder) { return failure } }
    return nil
  }

  /// Compiles a module to an object file for each of its files, in a folder with its name.
  private func compile(_ module: EngineSources.Module?, in folder: String) async -> EngineError? {
    guard let module else { return .sourcesMissing }
    return await run(
      Self.options + options(of: module.name) + [
        "-module-name", module.name, "-module-cache-path", folder + "/module-cache",
        "-emit-module", "-emit-module-path", "../\(module.name).swiftmodule", "-I", "..", "-c",
      ] + module.files, module: module.name, in: folder, below: module.name)
  }

  /// Writes the modules' interfaces alone, without their code: they name the places of their declarations
  /// in these sources.
  func writeInterfaces(in folder: String) async -> EngineError? {
    for module in sources.modules {
      let failure = await run(
        [
          "-parse-as-library", "-swift-version", "6", "-package-name", "gradbook", "-module-name",
          module.name, "-module-cache-path", folder + "/module-cache", "-emit-module",
          "-emit-module-path", "../\(module.name).swiftmodule", "-I", "..", "-Xfrontend",
          "-experimental-skip-all-function-bodies",
        ] + module.files, module: module.name, in: folder, below: module.name)
      if let failure { return failure }
    }
    return nil
  }

  private func run(
    _ arguments: [String], module: String, in folder: String, below name: String = "."
  ) async -> EngineError? {
    let (temporary, working) = (folder + "/temporary", folder + "/" + name)
    do throws(FileError) {
      try FileAccess.makeFolder(temporary)
      try FileAccess.makeFolder(working)
    } catch {
      return .file(error)
    }
    let policy = SandboxPolicy.compiler(
      reading: toolchain.folders + [sources.root], writing: [folder])
    let outcome = await ChildProcess(
      executable: toolchain.compiler, arguments: arguments,
      environment: toolchain.environment(temporary: temporary), folder: working,
      timeLimit: timeLimit, confinement: sandbox.map { Confinement($0, policy) }
    ).run()
    if outcome.ending == .exited(0) { return nil }
    let text = String(decoding: outcome.errors + outcome.output, as: UTF8.self)
    return .notCompiled(module: module, output: text.isEmpty ? "\(outcome.ending)" : text)
  }

  /// The file name of the library.
  #if canImport(Darwin)
    static let library = "libGradbookEngine.dylib"
  #else
    static let library = "libGradbookEngine.so"
  #endif

  private func catchingFile<Value>(_ body: () throws(FileError) -> Value) throws(EngineError)
    -> Value
  {
    do throws(FileError) { return try body() } catch { throw .file(error) }
  }
}
