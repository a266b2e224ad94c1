import Execution
import Files
import Foundation

/// The folder in which the service works: in it a folder for each open chapter, with the program of one
/// of its blocks, and a database that says how all of them are compiled.
struct ServiceFolder: Sendable {
  private let folder: TemporaryFolder

  /// The number of chapters that have a folder at the same time.
  static let count = 16

  /// Makes an empty folder.
  init() throws(FileError) { folder = try TemporaryFolder() }

  /// The path.
  var path: String { folder.path }

  /// Returns the path of the program in the folder with a number.
  func program(_ number: Int) -> String { "\(path)/\(number)/\(EditingTools.source)" }

  private struct Command: Encodable {
    var directory: String
    var file: String
    var arguments: [String]
  }

  /// Writes the database.
  func write(_ tools: EditingTools) throws {
    let commands = (0..<Self.count).map { number in
      Command(
        directory: "\(path)/\(number)", file: program(number), arguments: tools.compilation)
    }
    for number in 0..<Self.count {
      try FileAccess.makeFolder("\(path)/\(number)")
      try FileAccess.writeAtomically([], to: program(number))
    }
    let database = try JSONEncoder().encode(commands)
    try FileAccess.writeAtomically(Array(database), to: path + "/compile_commands.json")
  }
}
