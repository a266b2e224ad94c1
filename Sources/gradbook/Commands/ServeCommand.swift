import ArgumentParser
import BookPipeline
import Execution
import Files
import Foundation

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: ServeOptions.abstract, discussion: ServeOptions.discussion)

  @OptionGroup var options: ServeOptions

  func run() async throws {
    let server = try ServerProgram()
    if !server.isThere {
      Console().show("building the server, once: this takes a minute or two")
      try server.build()
    } else if server.isOlder {
      try server.build()
    }
    try server.start(Array(CommandLine.arguments.dropFirst(2)))
  }
}

/// The program `gradbook-serve`, which belongs beside this one.
struct ServerProgram {
  /// The reason why there is no server.
  enum Failure: Error, CustomStringConvertible {
    case notBuildable(String)
    case notBuilt(status: Int32)
    case notStarted(String, reason: String)

    var description: String {
      switch self {
      case .notBuildable(let path):
        """
        there is no '\(path)', and its sources are not there
          hint: build it in Gradbook's own folder: swift build -c release --product gradbook-serve
        """
      case .notBuilt(let status):
        """
        the server does not build: 'swift build' ended with \(status)
          hint: what it said stands above
        """
      case .notStarted(let path, let reason): "cannot start '\(path)': \(reason)"
      }
    }
  }

  private static let name = "gradbook-serve"
  private let program: String
  private let path: String
  private let configuration: String
  private let buildFolder: String

  /// Finds where the server is, or will be: in the folder of this program, which the package manager
  /// calls by the configuration, two levels below its own.
  init() throws {
    guard let program = FileAccess.runningProgram, let folder = FileAccess.parent(of: program),
      let platform = FileAccess.parent(of: folder), let scratch = FileAccess.parent(of: platform)
    else { throw Failure.notBuildable(Self.name) }
    self.program = program
    path = folder + "/" + Self.name
    configuration = String(folder.split(separator: "/").last ?? "")
    buildFolder = scratch
  }

  /// True when it is built.
  var isThere: Bool { FileAccess.status(path)?.isExecutable ?? false }

  /// True when this program has been built since, perhaps from newer sources, and these are there: a
  /// server with another pipeline must not show other pages in silence.
  var isOlder: Bool {
    guard EngineLocation.package != nil, let own = FileAccess.status(program),
      let servers = FileAccess.status(path)
    else { return false }
    return servers.modified < own.modified
  }

  /// Builds it; what is built already takes half a second.
  func build() throws {
    guard let package = EngineLocation.package, ["debug", "release"].contains(configuration) else {
      throw Failure.notBuildable(path)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "build", "-c", configuration, "--product", Self.name, "--package-path", package,
      "--scratch-path", buildFolder,
    ]
    process.standardInput = FileHandle.nullDevice
    // Standard output is for the address.
    process.standardOutput = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, isThere else {
      throw Failure.notBuilt(status: process.terminationStatus)
    }
  }

  /// Lets it take the place of this program.
  func start(_ arguments: [String]) throws {
    var words = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execv(path, words)
    throw Failure.notStarted(path, reason: String(cString: strerror(errno)))
  }
}
