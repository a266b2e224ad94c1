import Files
import Foundation
import TestBrowser
import Testing

/// The real server with a book of its own, until it is ended.
final class ServerProcess: @unchecked Sendable {
  /// What keeps a server from being used.
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// The server of the suite that runs.
  @TaskLocal static var current: ServerProcess?

  /// The book's folder, whose name marks all that is started for it.
  let folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-served-\(UUID())")
    .path
  /// The address that it printed, without the token.
  private(set) var address = ""
  /// The token.
  private(set) var token = ""
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)

  /// The folder of the built products.
  static let products: URL = {
    let link = "/proc/self/exe"
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? CommandLine.arguments[0]
    return URL(filePath: executable).deletingLastPathComponent()
  }()

  /// The server: that of the tests' own build, or the one that `GRADBOOK_SERVER` names.
  private static let program =
    ProcessInfo.processInfo.environment["GRADBOOK_SERVER"].map { URL(filePath: $0) }
    ?? products.appending(path: "gradbook-serve")

  /// Starts a server and waits until it can be asked. The first one builds the engine, which takes
  /// minutes.
  /// - Parameters:
  ///   - arguments: further arguments
  ///   - chapters: the book's chapters
  ///   - isAlone: true for a copy that lacks the launcher of the sandbox beside it
  ///   - mounts: commands that mount something for the server alone
  ///   - environment: further variables
  init(
    _ arguments: [String] = [], chapters: [String: String] = ServedChapters.all,
    isAlone: Bool = false, mounts: String? = nil, environment: [String: String] = [:]
  ) async throws {
    for (name, text) in chapters { try write(text, to: name) }
    try FileAccess.makeFolder(folder + "/temporary")
    var program = Self.program
    if isAlone {
      let copy = URL(filePath: folder + "/gradbook-serve")
      // A copy cannot run while a process that another test starts has inherited the file being written.
      do { try FileManager.default.linkItem(at: program, to: copy) } catch {
        try FileManager.default.copyItem(at: program, to: copy)
      }
      program = copy
    }
    process.executableURL = program
    process.arguments =
      ["--book", folder] + arguments + (arguments.contains("--port") ? [] : ["--port", "0"])
    if let mounts {
      process.executableURL = URL(filePath: "/usr/bin/unshare")
      process.arguments =
        ["-m", "sh", "-c", "cd '\(folder)' && \(mounts) && exec \"$0\" \"$@\"", program.path]
        + (process.arguments ?? [])
    }
    process.environment = ProcessInfo.processInfo.environment.merging(
      [
        "GRADBOOK_CACHE": Self.products.appending(path: "gradbook-test-cache").path,
        "TMPDIR": folder + "/temporary",
      ].merging(environment) { $1 }
    ) { $1 }
    for name in ["out", "err"] { try Data().write(to: URL(filePath: "\(folder)/\(name)")) }
    process.standardOutput = FileHandle(forWritingAtPath: folder + "/out")
    process.standardError = FileHandle(forWritingAtPath: folder + "/err")
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    for _ in 0..<12_000 {
      let words = try output("out").split(separator: " ")
      if words.count == 2, let line = words.last, line.hasSuffix("\n") {
        let parts = line.dropLast().split(separator: "#token=")
        (address, token) = (String(parts[0]), String(parts[1]))
        return
      }
      if !process.isRunning { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure(description: "no server: \(errors)")
  }

  deinit {
    end()
    FileAccess.remove(folder)
  }

  private func output(_ name: String) throws -> String {
    String(decoding: try FileAccess.read("\(folder)/\(name)"), as: UTF8.self)
  }

  /// What it wrote on standard error.
  var errors: String { (try? output("err")) ?? "" }

  /// The port.
  var port: UInt16 { UInt16(URL(string: address)?.port ?? 0) }

  /// The process.
  var identifier: pid_t { process.processIdentifier }

  /// Asks it to end, and waits.
  /// - Returns: the seconds that it took
  @discardableResult
  func end(by signal: Int32 = SIGINT) -> Double {
    guard process.isRunning else { return 0 }
    let start = ContinuousClock.now
    kill(process.processIdentifier, signal)
    if ended.wait(timeout: .now() + 20) == .timedOut { kill(process.processIdentifier, SIGKILL) }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  // MARK: Files

  /// Writes a file below the folder of chapters, as an editor does.
  func write(_ text: String, to name: String) throws {
    let path = "\(folder)/Chapters/\(name)"
    try FileAccess.makeFolder(FileAccess.parent(of: path) ?? folder)
    try FileAccess.writeAtomically(Array(text.utf8), to: path)
  }

  /// Reads a file below the folder of chapters.
  func read(_ name: String) throws -> String {
    String(decoding: try FileAccess.read("\(folder)/Chapters/\(name)"), as: UTF8.self)
  }

  /// The number of processes that compile or run blocks of the book.
  var processCount: Int { commands.count { !Self.isKept($0) } }

  /// The number of processes that are kept ready: the toolchain's language service, and a compiler.
  var keptCount: Int { commands.count(where: Self.isKept) }

  private static func isKept(_ command: String) -> Bool {
    command.contains("sourcekit-lsp") || command.contains("gradbook-compiler")
  }

  /// The commands of all processes that work for the book, the server left out.
  private var commands: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
      guard Int(name) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return nil }
      let command = String(decoding: line, as: UTF8.self)
      return command.contains(folder + "/temporary") ? command : nil
    }
  }

  /// Waits until something holds; half a minute is the end of patience.
  func wait(until condition: () throws -> Bool) async throws {
    for _ in 0..<3000 {
      if try condition() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw Failure(description: "waited in vain")
  }
}

/// The chapters of the book that is served.
enum ServedChapters {
  static let all = [
    "en/01-parabola.md": parabola, "en/02-slow.md": slow,
    "en/03-plain.md": "# Plain\n\nPlain text.\n",
  ]

  /// A setup block, an experiment with a knob, and enough text to scroll.
  static let parabola = """
    ---
    title: Parabola
    ---
    How fast does it fall?

    ```swift setup
    func descend(_ rate: Double) -> [Double] {
      let x = Parameter(name: "x")
      x.data = [10]
      let trainer = Trainer([x], SGD(learningRate: rate))
      return (0...10).map { _ in
        let loss = record { x.data.square() }
        loss.backward()
        trainer.step(1)
        return loss.item()
      }
    }
    ```

    ```swift experiment id=descent
    let losses = descend(knob("rate", default: 0.2, in: 0...1))
    print("last", losses[10].fixed(4))
    show(LossCurve(losses, epochs: 10))
    ```

    \((1...40).map { "Paragraph \($0) of the text between.\n\n" }.joined())
    > ```swift experiment id=quoted
    > print("in a quote")
    > ```

    The end.

    """

  /// An experiment that runs until it is stopped.
  static let slow = """
    # Slow

    ```swift experiment id=slow timeout=60s
    import Glibc
    if knob("long", default: 0, in: 0...1) > 0.5 {
      for step in 1...500 {
        print("step", step)
        progress(step, of: 500)
        usleep(100_000)
      }
    }
    ```

    """
}

/// Serves a book for a suite.
struct ServerTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let server = try await ServerProcess()
    try await ServerProcess.$current.withValue(server) { try await function() }
    server.end()
  }
}

extension Trait where Self == ServerTrait {
  /// Runs the suite with a server.
  static var served: Self { ServerTrait() }
}
