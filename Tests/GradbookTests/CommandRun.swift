import Foundation

/// The real `gradbook`, run once with its own arguments, to its end.
struct CommandRun {
  let output: String
  let errors: String
  let exitCode: Int32

  /// The folder of the built products.
  static let products: URL = {
    let link = "/proc/self/exe"
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? CommandLine.arguments[0]
    return URL(filePath: executable).deletingLastPathComponent()
  }()

  /// The package's own folder.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `gradbook`. All tests share one cache beside the products, so that the engine's library is
  /// built once.
  @discardableResult
  init(
    _ arguments: [String], in folder: URL = CommandRun.package, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    process.executableURL = CommandRun.products.appending(path: "gradbook")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GRADBOOK_CACHE": CommandRun.products.appending(path: "gradbook-test-cache").path])
    { $1 }
    .merging(environment) { $1 }
    let scratch = try Scratch()
    defer { scratch.remove() }
    let (outFile, errorFile, inFile) = (
      scratch.file("out"), scratch.file("err"), scratch.file("in")
    )
    try Data(input).write(to: inFile)
    for file in [outFile, errorFile] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: inFile)
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    // Waiting must not hold one of the few threads that all tests share.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    output = String(decoding: try Data(contentsOf: outFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    exitCode = process.terminationStatus
  }
}

/// A folder for one test, removed at its end.
struct Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-test-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Writes a file, folders included.
  func write(_ text: String, to name: String) throws {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
