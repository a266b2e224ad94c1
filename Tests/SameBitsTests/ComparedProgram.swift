import Foundation

/// The program under Program/, compiled in one module with the engine, so that it sees the kernels, and
/// the block under Block/, compiled as blocks are.
struct ComparedProgram {
  private var folder: URL
  private var options: [String]
  /// What the engine is compiled with for blocks, beside `options`.
  private var engineOptions: [String]
  private var isWasm: Bool

  /// For this machine.
  static func native(_ name: String, _ options: [String] = []) throws -> ComparedProgram {
    try ComparedProgram(
      name, options,
      engineOptions: [
        "-enforce-exclusivity=unchecked", "-Xfrontend", "-assume-single-threaded",
      ], isWasm: false)
  }

  /// For WebAssembly, without its vectors, which wasmkit does not know.
  static func wasm() throws -> ComparedProgram {
    let embedded = [
      "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded",
    ]
    return try ComparedProgram("wasm", embedded, engineOptions: [], isWasm: true)
  }

  private init(
    _ name: String, _ options: [String], engineOptions: [String], isWasm: Bool
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("same-bits-" + name + "-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.options =
      [
        "-O", "-wmo", "-num-threads", "4", "-parse-as-library", "-swift-version", "6",
        "-enable-experimental-feature", "Extern",
      ] + options
    self.engineOptions = engineOptions
    self.isWasm = isWasm
  }

  /// Compiles and runs the program.
  /// - Returns: what it has printed, line by line
  func lines() async throws -> [String] {
    defer { try? FileManager.default.removeItem(at: folder) }
    if !isWasm { try await compile("HostSystem", Self.sources("Sources/HostSystem"), []) }
    try await compile("Numerals", Self.sources("Sources/Numerals"), [])
    let sources = Self.sources("Sources/GradientDescent") + Self.sources(Self.program)
    try await compile("GradientDescent", sources, engineOptions)
    try await compileBlock()
    let text = try await isWasm ? runWasm() : runNative()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Compiles the block, for WebAssembly with what the notebook has for its texts.
  private func compileBlock() async throws {
    var sources = Self.sources(Self.block)
    if isWasm {
      try await compile("Transcript", Self.sources("Sources/Transcript"), [])
      let texts = ["Emit", "Interpolation", "Print", "PrintedValue", "Refusal"].map {
        Self.root.appendingPathComponent("Sources/Notebook/" + $0 + ".swift").path
      }
      try await compile("Notebook", texts, [])
      sources.append(Self.root.appendingPathComponent(Self.interpolation).path)
    }
    try await compile("Block", sources, [])
  }

  /// Compiles a module, and leaves an object file for each of its files in a folder of its name: code
  /// for several files is made at once.
  private func compile(_ module: String, _ sources: [String], _ more: [String]) async throws {
    let own = folder.appendingPathComponent(module)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try await Toolchain.run(
      "swiftc",
      options + more + [
        "-module-name", module, "-emit-module", "-emit-module-path", file(module + ".swiftmodule"),
        "-I", folder.path, "-c",
      ] + sources, in: own)
  }

  /// The object files of some modules.
  private func objects(_ modules: [String]) throws -> [String] {
    try modules.flatMap { module in
      try FileManager.default.contentsOfDirectory(atPath: file(module)).sorted()
        .map { file(module + "/" + $0) }
    }
  }

  private func runNative() async throws -> String {
    let objects = try objects(["HostSystem", "Numerals", "GradientDescent", "Block"])
    try await Toolchain.run("swiftc", ["-lm", "-o", file("program")] + objects)
    return try await Toolchain.run(file("program"), [])
  }

  private func runWasm() async throws -> String {
    let shim = Self.root.appendingPathComponent(Self.program + "/Shim.c").path
    try await Toolchain.run(
      "clang",
      [
        "-target", "wasm32-unknown-none-wasm", "-O2", "-ffreestanding", "-c", shim, "-o",
        file("shim.o"),
      ])
    try await Toolchain.run(
      "wasm-ld",
      [
        "--gc-sections", "--strip-debug", "--stack-first", "-z", "stack-size=1048576",
        "--export=_start", "-o", file("program.wasm"), file("shim.o"), Toolchain.unicodeTables,
      ] + objects(["GradientDescent", "Numerals", "Block", "Notebook", "Transcript"]))
    return try await Toolchain.run("wasmkit", ["run", file("program.wasm")])
  }

  private func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private static let program = "Tests/SameBitsTests/Program"
  private static let block = "Tests/SameBitsTests/Block"
  private static let interpolation = "Sources/LivePages/Runtime/Interpolation.swift"

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func sources(_ folder: String) -> [String] {
    let place = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
    return (files?.compactMap { ($0 as? URL)?.path } ?? []).filter { $0.hasSuffix(".swift") }
      .sorted()
  }
}
