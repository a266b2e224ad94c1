import Foundation

/// The files under `Fixtures`, found beside this file.
enum Fixture {
  /// The folder of all fixtures.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Whether expected results are written anew instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1"

  /// The bytes of a file, by its path below the folder.
  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: path)))
  }

  /// The text of a file, by its path below the folder.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The paths of all files in a folder that end in `.md`, without the ending, sorted.
  static func cases(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
      .filter { $0.hasSuffix(".md") }.map { "\(name)/\($0.dropLast(3))" }.sorted()
  }

  /// What a result is expected to be: the file's text. While recording, the result is written
  /// there first.
  static func expectation(_ path: String, for result: String) throws -> String {
    if isRecording { try Data(result.utf8).write(to: folder.appending(path: path)) }
    return try text(path)
  }
}
