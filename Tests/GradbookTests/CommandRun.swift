import Foundation

/// The real `gradbook`, run once with its own arguments, to its end.
struct CommandRun {
  let output: String
  let errors: String
  /// The status, or 128 and the number of the signal that ended it.
  let exitCode: Int32
  /// When it ended, however long this took to be noticed.
  let end: ContinuousClock.Instant

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

  /// The folder in which all tests remember, so that the engine's library is built once.
  static let cache = products.appending(path: "gradbook-test-cache")

  /// The compiler on `PATH`.
  static let compiler = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/swiftc" }.first(where: FileManager.default.isExecutableFile)

  /// A page that an earlier build might have written.
  static let oldPage = "<!DOCTYPE html>\n<meta name=\"generator\" content=\"Gradbook\">old"

  /// The number of processes on this machine that have all of the texts in what started them.
  static func processes(naming texts: String...) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.count { name in
      guard Int(name) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return texts.allSatisfy { line.range(of: Data($0.utf8)) != nil }
    }
  }

  /// Runs `gradbook`.
  @discardableResult
  init(
    _ arguments: [String], in folder: URL = CommandRun.package, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) async throws {
    self = try await CommandProcess(
      arguments, in: folder, input: input, environment: environment
    ).end()
  }

  /// Whether a test can become an ordinary user: that needs root.
  static let canBecomeOrdinaryUser =
    getuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/setpriv")

  /// Runs `gradbook` as an ordinary user, from a copy in a folder where anybody can read it.
  init(asOrdinaryUser arguments: [String], in scratch: Scratch, environment: [String: String] = [:])
    async throws
  {
    let copy = scratch.file("gradbook")
    let program = CommandRun.products.appending(path: "gradbook")
    // A copy cannot run while a process that another test starts has inherited the file being written.
    do { try FileManager.default.linkItem(at: program, to: copy) } catch {
      try FileManager.default.copyItem(at: program, to: copy)
    }
    self = try await CommandProcess(
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", copy.path] + arguments,
      in: scratch.folder, environment: environment, program: "/usr/bin/setpriv"
    ).end()
  }

  fileprivate init(
    output: String, errors: String, exitCode: Int32, end: ContinuousClock.Instant
  ) {
    (self.output, self.errors, self.exitCode, self.end) = (output, errors, exitCode, end)
  }
}

/// The real `gradbook`, or a program that starts it, while it runs.
final class CommandProcess {
  private let process = Process()
  private let scratch: Scratch
  private let ended: AsyncStream<ContinuousClock.Instant>

  /// Starts a program, `gradbook` unless another is named.
  init(
    _ arguments: [String], in folder: URL = CommandRun.package, input: [UInt8] = [],
    environment: [String: String] = [:], program: String? = nil
  ) throws {
    scratch = try Scratch()
    process.executableURL =
      program.map { URL(filePath: $0) } ?? CommandRun.products.appending(path: "gradbook")
    process.arguments = arguments
    // Most tests are about other things, and the engine for pages takes minutes.
    if program == nil, arguments.first == "build", !arguments.contains("--live") {
      process.arguments?.insert("--no-live", at: 1)
    }
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GRADBOOK_CACHE": CommandRun.cache.path]) { $1 }
      .merging(environment) { $1 }
    try Data(input).write(to: scratch.file("in"))
    for name in ["out", "err"] { try Data().write(to: scratch.file(name)) }
    process.standardInput = try FileHandle(forReadingFrom: scratch.file("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.file("err"))
    // Waiting must not hold one of the few threads that all tests share.
    let (ended, end) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
    self.ended = ended
    process.terminationHandler = { _ in
      end.yield(.now)
      end.finish()
    }
    try process.run()
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  func end() async throws -> CommandRun {
    var instant = ContinuousClock.now
    for await end in ended { instant = end }
    defer { scratch.remove() }
    let wasSignaled = process.terminationReason == .uncaughtSignal
    return CommandRun(
      output: try scratch.read("out"), errors: try scratch.read("err"),
      exitCode: process.terminationStatus + (wasSignaled ? 128 : 0), end: instant)
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
