import Foundation
import Testing

/// A toolchain that says it is the real one, with a language service of its own.
struct StubToolchain {
  /// The ways in which its service behaves.
  enum Service: String {
    case missing = ""
    case crashing = "exit 3"
    case hanging = "exec sleep 1000"
    /// The real one, until it is removed.
    case real
  }

  private let folder: URL

  /// Makes the toolchain in a folder.
  init(_ service: Service, in scratch: Scratch) throws {
    folder = scratch.file("toolchain")
    let compiler = try #require(CommandRun.compiler)
    let answer = Process()
    let (output, errors) = (Pipe(), Pipe())
    answer.executableURL = URL(filePath: compiler)
    answer.arguments = ["--version"]
    (answer.standardOutput, answer.standardError) = (output, errors)
    try answer.run()
    for (name, pipe) in [("version", output), ("errors", errors)] {
      try scratch.write(
        String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
        to: "toolchain/\(name)")
    }
    try program(
      "swiftc", "cat '\(folder.path)/version'; cat '\(folder.path)/errors' >&2", in: scratch)
    let real = URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
    switch service {
    case .missing: break
    case .real: try program("sourcekit-lsp", "exec '\(real.path)/sourcekit-lsp'", in: scratch)
    case .crashing, .hanging:
      try program(
        "sourcekit-lsp", "echo start >> '\(folder.path)/starts'; \(service.rawValue)", in: scratch)
    }
  }

  private func program(_ name: String, _ text: String, in scratch: Scratch) throws {
    let path = "toolchain/bin/\(name)"
    try scratch.write("#!/bin/sh\n\(text)\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.file(path).path)
  }

  /// The variables that name it.
  var environment: [String: String] { ["GRADBOOK_SWIFTC": folder.path + "/bin/swiftc"] }

  /// The number of times that its service has been started.
  var starts: Int {
    let text = try? String(contentsOf: folder.appending(path: "starts"), encoding: .utf8)
    return text?.split(separator: "\n").count ?? 0
  }

  /// Removes it.
  func vanish() throws { try FileManager.default.removeItem(at: folder) }
}
