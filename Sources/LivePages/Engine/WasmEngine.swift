/// The engine for WebAssembly: what experiments are compiled against and linked with.
struct WasmEngine: Sendable {
  /// The folder with its modules and object files.
  let folder: String
  /// Identifies the engine: its sources, the toolchain and the options.
  let key: String

  /// The object files of the engine's modules.
  var objects: [String] { Self.modules.map { folder + "/" + $0 + ".o" } }

  /// The object files of what stands between an experiment and its host.
  func runtime(forCheck: Bool) -> [String] {
    (Self.runtime + [forCheck ? "Check" : "Page"]).map { folder + "/" + $0 + ".o" }
  }

  /// The Swift file that belongs to each experiment's module.
  var interpolation: String { folder + "/" + Self.interpolation }

  /// The modules, each after those that it imports.
  static let modules = ["Numerals", "Transcript", "GradientDescent", "Charts", "Notebook"]
  /// The files of C that every module of a chapter contains.
  static let runtime = ["Border", "LastWords", "Memory", "Numbers"]
  /// All files of C.
  static let runtimeNames = runtime + ["Check", "Drawing", "Page"]
  static let interpolation = "Interpolation.swift"
}
