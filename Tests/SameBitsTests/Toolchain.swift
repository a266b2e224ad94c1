import Foundation

/// The compiler that is first on the path, and the programs beside it.
enum Toolchain {
  static let folder: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { URL(fileURLWithPath: String($0) + "/swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }?
      .resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  static func path(_ program: String) -> String {
    folder?.appendingPathComponent(program).path ?? program
  }

  static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path(program))
  }

  /// What Embedded Swift's strings need to know about Unicode, for WebAssembly.
  static var unicodeTables: String {
    path("../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a")
  }

  /// Runs a program of the toolchain.
  /// - Parameter folder: the folder that it runs in; the current one unless given
  /// - Returns: what it has printed
  @discardableResult
  static func run(_ program: String, _ arguments: [String], in folder: URL? = nil) async throws
    -> String
  {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: output) }
    let file = try FileHandle(forWritingTo: output)
    let process = Process()
    // These take minutes; other tests wait for their programs only so long.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["nice", "-n", "2", program.hasPrefix("/") ? program : path(program)] + arguments
    if let folder { process.currentDirectoryURL = folder }
    process.standardOutput = file
    process.standardError = file
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let text = try String(contentsOf: output, encoding: .utf8)
    guard status == 0 else { throw Failure(program: program, status: status, text: text) }
    return text
  }

  struct Failure: Error {
    var program: String
    var status: Int32
    var text: String
  }
}
