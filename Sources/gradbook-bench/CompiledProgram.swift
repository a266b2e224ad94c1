import Execution
import Foundation

/// A program from the folder `Programs`, compiled like a chapter and linked with the library for
/// blocks.
struct CompiledProgram {
  private let path: String

  /// Compiles a program; nil when that fails.
  /// - Parameters:
  ///   - name: the file's name, without the extension
  ///   - c: the name of the C file with the hand-written reference, if there is one
  ///   - options: the C compiler's options, in addition to `-O3 -ffast-math`
  init?(_ name: String, c: String? = nil, options: [String] = [], engine: EngineLocation) {
    let folder = Self.makeFolder()
    let programs = engine.package + "/Sources/gradbook-bench/Programs/"
    let object = folder + "/reference.o"
    path = folder + "/program"
    var reference: [String] = []
    if let c {
      let compiled = Self.run(
        engine.toolchain + "/bin/clang",
        ["-O3", "-ffast-math"] + options + [
          "-c", programs + c + ".c", "-o", object,
        ])
      if compiled == nil { return nil }
      reference = [object, "-import-objc-header", programs + c + ".h"]
    }
    let linked = Self.run(
      engine.compiler,
      [
        "-O", "-swift-version", "5", "-module-name", "chapter",
      ] + EngineLocation.singleThreaded + [
        "-I", engine.folder, "-L", engine.folder, "-l" + EngineLocation.library,
        "-Xlinker", "-rpath", "-Xlinker", engine.folder, "-lm",
        programs + name + ".swift", "-o", path,
      ] + reference)
    if linked == nil { return nil }
  }

  /// The folder of all compiled programs.
  private static let folder = NSTemporaryDirectory() + "gradbook-bench-\(UUID())"

  /// Makes a new folder for compiled files.
  static func makeFolder() -> String {
    let folder = folder + "/\(UUID())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Removes all compiled files.
  static func removeAll() { try? FileManager.default.removeItem(atPath: folder) }

  /// Returns the times in seconds that the program prints.
  func measure(_ arguments: [String] = [], environment: [String: String] = [:]) -> [Double] {
    output(arguments, environment: environment).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
  }

  /// Returns what the program prints.
  func output(_ arguments: [String] = [], environment: [String: String] = [:]) -> String {
    guard let written = Self.run(path, arguments, environment: environment) else {
      fatalError("the program \(path) ended with an error")
    }
    return written
  }

  /// Returns the output of a program, or nil when it ends with an error.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) -> String? {
    let (process, output) = (Process(program, arguments, setting: environment), Pipe())
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: written, as: UTF8.self) : nil
  }
}
