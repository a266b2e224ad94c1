import Execution
import Foundation

extension Benchmark {
  /// Compiles a block with two optimizers for WebAssembly. The reference is an empty program. The
  /// engine is compiled beforehand, by `.ci/wasm`, which takes longer than everything else in this
  /// row.
  static let wasmBlock = Benchmark(name: "wasm-block") {
    guard let package = EngineLocation.package else { return missing("the package's sources") }
    let folder = CompiledProgram.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let empty = folder + "/empty.swift"
    try? Data().write(to: URL(filePath: empty))
    guard compiles([empty], against: folder) else { return missing("a compiler for wasm32") }
    guard CompiledProgram.run(package + "/.ci/wasm", [folder]) != nil else {
      return missing("an engine that compiles for wasm32")
    }
    let block = ["gradbook-bench/Programs/WasmBlock", "LivePages/Runtime/Interpolation"].map {
      package + "/Sources/\($0).swift"
    }
    guard compiles(block, against: folder) else {
      return missing("a block that compiles for wasm32")
    }
    let times = fastest(
      repeats: 5, { _ = compiles(block, against: folder) },
      { _ = compiles([empty], against: folder) })
    return [
      Measurement(
        name: "wasm-block", value: times.ours * 1e3, unit: "ms",
        reference: "swiftc for wasm32, an empty program", referenceValue: times.reference * 1e3)
    ]
  }

  /// Prints on standard error the reason why the row is missing.
  private static func missing(_ what: String) -> [Measurement] {
    FileHandle.standardError.write(Data("wasm-block: not measured without \(what)\n".utf8))
    return []
  }

  /// Compiles a program like a block, against the modules that `.ci/wasm` has compiled and with its
  /// options; returns true on success.
  private static func compiles(_ files: [String], against folder: String) -> Bool {
    CompiledProgram.run(
      "/usr/bin/env",
      [
        "timeout", "100", "swiftc", "-target", "wasm32-unknown-none-wasm", "-O", "-wmo",
        "-parse-as-library", "-enable-experimental-feature", "Embedded",
        "-enable-experimental-feature", "Extern", "-I", folder,
        "-module-name", "Block", "-c", "-o", folder + "/Block.o",
      ] + files) != nil
  }
}
