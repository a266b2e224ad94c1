import Foundation

/// A program of the machine that a test asks for a second opinion.
package enum Tool {
  /// Whether a program can be found.
  package static func exists(_ name: String) -> Bool { path(name) != nil }

  /// Runs a program to its end and gives what it printed.
  package static func run(_ name: String, _ arguments: [String], input: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-tool-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, said) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input).write(to: given)
    try Data().write(to: said)
    let process = Process()
    process.executableURL = URL(filePath: path(name) ?? name)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: said)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: said))
  }

  private static func path(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
