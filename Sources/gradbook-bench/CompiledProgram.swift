import Execution
import Foundation

/// A program of the folder `Programs`, compiled as a chapter is against the library that blocks get.
struct CompiledProgram {
  private let path: String

  /// Compiles a program; nil when that fails.
  /// - Parameters:
  ///   - name: its file's name, without the ending
  ///   - c: the name of the file in `CSeedLoop` that holds the same by hand in C
  ///   - options: the C compiler's, beside `-O3 -ffast-math`
  init?(_ name: String, c: String, options: [String], engine: EngineLocation) {
    let folder = Self.makeFolder()
    let sources = engine.package + "/Sources"
    let (headers, object) = (sources + "/CSeedLoop/include", folder + "/reference.o")
    path = folder + "/program"
    let compiled = Self.run(
      engine.toolchain + "/bin/clang",
      ["-O3", "-ffast-math"] + options + [
        "-I", headers, "-c", sources + "/CSeedLoop/\(c).c", "-o", object,
      ])
    let linked = Self.run(
      engine.compiler,
      [
        "-O", "-swift-version", "5", "-module-name", "chapter",
      ] + EngineLocation.singleThreaded + [
        "-import-objc-header", headers + "/\(c).h",
        "-I", engine.folder, "-L", engine.folder, "-l" + EngineLocation.library,
        "-Xlinker", "-rpath", "-Xlinker", engine.folder, "-lm",
        sources + "/gradbook-bench/Programs/\(name).swift", object, "-o", path,
      ])
    if compiled == nil || linked == nil { return nil }
  }

  /// A new folder for what is compiled.
  static func makeFolder() -> String {
    let folder = NSTemporaryDirectory() + "gradbook-bench-\(UUID())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The times in seconds that the program writes.
  func measure(_ arguments: [String] = []) -> [Double] {
    guard let written = Self.run(path, arguments) else {
      fatalError("the program \(path) ended with an error")
    }
    return written.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }

  /// What a program writes; nil when it ends with an error.
  static func run(_ program: String, _ arguments: [String]) -> String? {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OPENBLAS_NUM_THREADS": "1"], uniquingKeysWith: { $1 })
    guard (try? process.run()) != nil else { return nil }
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: written, as: UTF8.self) : nil
  }
}
