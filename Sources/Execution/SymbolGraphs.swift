import BookModel
import Files

extension Executor {
  /// Returns a name for the engine that blocks are compiled against; it changes with the engine's
  /// sources, the compiler and its options.
  public func engineKey() async -> Result<String, Diagnostic> {
    await environment.findTools().map(\.engineKey)
  }

  /// Makes the compiler's graphs of the public declarations of some of the engine's modules, building the
  /// engine if necessary.
  /// - Parameter modules: the modules' names
  /// - Returns: the files' contents, in the order of the modules
  public func symbolGraphs(of modules: [String]) async -> Result<[[UInt8]], Diagnostic> {
    let tools: BuildEnvironment.Tools
    switch await environment.findTools() {
    case .failure(let problem): return .failure(problem)
    case .success(let found): tools = found
    }
    if let problem = await environment.sandboxError() { return .failure(problem) }
    switch await environment.library(tools.engine) {
    case .failure(let error): return .failure(error.diagnostic)
    case .success(let library):
      return await SymbolGraphs(build: tools.engine, library: library).all(of: modules)
    }
  }
}

/// The graphs that `swift-symbolgraph-extract` writes of compiled modules.
private struct SymbolGraphs {
  let build: EngineBuild
  let library: EngineLibrary

  private var tool: String { build.toolchain.home + "/bin/swift-symbolgraph-extract" }

  func all(of modules: [String]) async -> Result<[[UInt8]], Diagnostic> {
    guard let work = try? TemporaryFolder(in: build.engines, prefix: EntryName.buildingPrefix)
    else {
      return failure("there is no room for it in the cache")
    }
    guard FileAccess.status(tool)?.isExecutable ?? false else {
      return failure("the toolchain has no '\(tool)'")
    }
    switch await graphs(of: modules, from: library.folder, in: work.path) {
    case .success(let graphs) where graphs.contains(where: Self.hasPlaces): return .success(graphs)
    case .failure(let problem): return .failure(problem)
    case .success: break
    }
    // The library was built from the same sources elsewhere, and the places that it names are not there.
    let interfaces = work.path + "/interfaces"
    if let error = await build.writeInterfaces(in: interfaces) { return .failure(error.diagnostic) }
    return await graphs(of: modules, from: interfaces, in: work.path)
  }

  private static let suffix = ".symbols.json"

  private static func hasPlaces(_ graph: [UInt8]) -> Bool {
    graph.firstRange(of: Array("\"uri\"".utf8)) != nil
  }

  private func graphs(of modules: [String], from interfaces: String, in work: String) async
    -> Result<[[UInt8]], Diagnostic>
  {
    let problem = await withTaskGroup(of: String?.self) { group in
      for module in modules {
        group.addTask { await extract(module, from: interfaces, in: work) }
      }
      return await group.first { $0 != nil } ?? nil
    }
    if let problem { return failure(problem) }
    var graphs: [[UInt8]] = []
    for module in modules {
      // What a module says of the types of others is in files of their own.
      let names = (FileAccess.names(in: work) ?? []).sorted().filter { name in
        name == module + Self.suffix || name.hasPrefix(module + "@") && name.hasSuffix(Self.suffix)
      }
      if names.isEmpty { return failure("'\(tool)' wrote no graph of \(module)") }
      for name in names {
        guard let bytes = try? FileAccess.read(work + "/" + name) else {
          return failure("'\(name)' cannot be read")
        }
        graphs.append(bytes)
      }
    }
    return .success(graphs)
  }

  /// - Returns: what went wrong
  private func extract(_ module: String, from interfaces: String, in work: String) async -> String?
  {
    let policy = SandboxPolicy.compiler(
      reading: build.toolchain.folders + [interfaces, build.sources.root], writing: [work])
    let outcome = await ChildProcess(
      executable: tool,
      arguments: [
        "-module-name", module, "-I", interfaces, "-target", Self.target,
        "-module-cache-path", work + "/module-cache", "-output-dir", work,
        "-minimum-access-level", "public", "-skip-synthesized-members",
      ],
      environment: build.toolchain.environment(temporary: work), folder: work, timeLimit: 60,
      confinement: build.sandbox.map { Confinement($0, policy) }
    ).run()
    if outcome.ending == .exited(0) { return nil }
    let text = String(decoding: outcome.errors.prefix(2000), as: UTF8.self)
    return "'\(tool)' failed on \(module): " + (text.isEmpty ? "\(outcome.ending)" : text)
  }

  /// The tool has no default.
  private static var target: String {
    #if arch(arm64)
      let processor = "aarch64"
    #else
      let processor = "x86_64"
    #endif
    #if canImport(Darwin)
      return (processor == "aarch64" ? "arm64" : processor) + "-apple-macosx15.0"
    #else
      return processor + "-unknown-linux-gnu"
    #endif
  }

  private func failure(_ reason: String) -> Result<[[UInt8]], Diagnostic> {
    .failure(
      Diagnostic(
        .warning, at: nil, "the reference of the engine is left out: \(reason)",
        hint: "use a whole toolchain of Swift 6.3"))
  }
}
