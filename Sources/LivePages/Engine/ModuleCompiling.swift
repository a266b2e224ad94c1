import Execution
import Files
import SwiftLexing

/// A Swift file of the engine, or of what draws.
struct EngineSource: Sendable {
  /// The file's name.
  let name: String
  /// Its text.
  let text: String

  /// Reads files.
  static func files(_ paths: [String]) throws(WasmEngineError) -> [EngineSource] {
    if paths.isEmpty { throw .sourcesMissing }
    var sources: [EngineSource] = []
    for path in paths {
      guard let bytes = try? FileAccess.read(path) else { throw .sourcesMissing }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      sources.append(EngineSource(name: name, text: String(decoding: bytes, as: UTF8.self)))
    }
    return sources
  }

  /// Reads all files of the engine.
  static func all(of tools: LiveTools) throws(WasmEngineError) -> [EngineSource] {
    try files(WasmEngine.modules.flatMap(tools.files))
  }
}

/// Compiles modules for WebAssembly in a folder.
struct ModuleCompiling: Sendable {
  let tools: LiveTools
  let folder: String
  /// The folders that the compiler may read beside its own.
  var readable: [String] = []
  let options: [String]

  private static let limits = ToolRunner.Limits(seconds: 600, memory: 8 << 30)

  /// Writes the sources of modules with their interfaces marked: otherwise each experiment would compile
  /// again what it uses of them.
  /// - Parameter others: further files, whose types theirs extend
  func write(
    _ modules: [(name: String, files: [EngineSource])], among others: [EngineSource] = []
  ) throws(WasmEngineError) {
    let interfaces = ExportedInterfaces(
      of: (modules.flatMap(\.files) + others).map(\.text))
    do throws(FileError) {
      for module in modules {
        try FileAccess.makeFolder(folder + "/" + module.name)
        for (index, file) in module.files.enumerated() {
          // Files of different folders may have the same name.
          try FileAccess.writeAtomically(
            Array(interfaces.marked(file.text).utf8),
            to: "\(folder)/\(module.name)/\(index)-\(file.name)")
        }
      }
    } catch {
      throw .file(error)
    }
  }

  /// Compiles a module whose sources have been written.
  /// - Parameter other: a further folder with modules
  func compile(_ module: String, importing other: String? = nil) async throws(WasmEngineError) {
    let names = FileAccess.names(in: folder + "/" + module) ?? []
    if names.isEmpty { throw .sourcesMissing }
    try await run(
      "swiftc",
      options + (other.map { ["-I", $0] } ?? []) + [
        "-module-name", module, "-module-cache-path", "module-cache", "-I", ".", "-emit-module",
        "-emit-module-path", module + ".swiftmodule", "-c", "-o", module + ".o",
      ] + names.sorted().map { module + "/" + $0 }, for: module)
  }

  /// Runs a program of the toolchain.
  /// - Parameter module: the module that it makes, for messages
  func run(
    _ program: String, _ arguments: [String], for module: String
  ) async throws(WasmEngineError) {
    let outcome = await tools.programs.run(
      program, arguments, in: folder, reading: readable, limits: Self.limits)
    if outcome.isGood { return }
    let text = String(decoding: outcome.errors + outcome.output, as: UTF8.self)
    throw .notCompiled(module, output: text.isEmpty ? outcome.ending : text)
  }
}
