import Compression
import Digests
import Execution
import Files

/// Compiles and links what draws the outputs of experiments in a page; all pages share it.
struct DrawingBuild: Sendable {
  let tools: LiveTools
  let engine: WasmEngine

  /// The modules that draw, each after those that it imports.
  static let modules = ["Markup", "Outputs", "ChartDrawing", "OutputViews"]
  /// The engine's modules that they import.
  private static let imported = ["Numerals", "Transcript", "Charts"]
  /// Drawing need not be quick, and the page has to load it.
  private static let options = WasmTarget.swift + ["-Osize", "-package-name", "gradbook"]

  /// Returns the module as a gzip file, from the cache or the compiler.
  func module() async throws(WasmEngineError) -> [UInt8] {
    let sources = try Self.modules.map { module throws(WasmEngineError) in
      (name: module, files: try EngineSource.files(tools.files(of: module)))
    }
    let key = key(sources.flatMap(\.files))
    if case .bytes(let module) = tools.cache.recall(key) { return module }
    let result = await tools.onProcessor { await build(sources) }
    let module = try result?.get() ?? []
    if !module.isEmpty { try? tools.cache.remember(module, as: key) }
    return module
  }

  private func key(_ files: [EngineSource]) -> String {
    var digest = SHA256()
    digest.update("drawing 1")
    digest.update(engine.key)
    for option in Self.options + WasmTarget.linker { digest.update(option) }
    for file in files {
      digest.update(file.name)
      digest.update(file.text)
    }
    return digest.hexadecimal()
  }

  private func build(
    _ sources: [(name: String, files: [EngineSource])]
  ) async -> Result<[UInt8], WasmEngineError> {
    do throws(WasmEngineError) {
      let work: TemporaryFolder
      do throws(FileError) { work = try TemporaryFolder() } catch { throw .file(error) }
      let compiling = ModuleCompiling(
        tools: tools, folder: work.path, readable: [engine.folder], options: Self.options)
      try compiling.write(sources, among: try EngineSource.all(of: tools))
      for module in Self.modules { try await compiling.compile(module, importing: engine.folder) }
      let objects =
        ["Drawing", "LastWords", "Memory", "Numbers", "Page"] + Self.imported
      try await compiling.run(
        "wasm-ld",
        WasmTarget.linker + ["-o", "drawing.wasm"] + objects.map { engine.folder + "/\($0).o" }
          + Self.modules.map { $0 + ".o" }
          + [tools.programs.path(of: WasmTarget.unicodeTables)], for: "drawing")
      do throws(FileError) {
        return .success(Gzip.packed(try FileAccess.read(work.path + "/drawing.wasm")))
      } catch {
        throw .file(error)
      }
    } catch {
      return .failure(error)
    }
  }
}
