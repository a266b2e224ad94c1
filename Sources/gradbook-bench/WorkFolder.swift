import Foundation

/// A folder that a benchmark works in, and the programs that run there.
struct WorkFolder {
  /// Where it is.
  let place: URL

  /// Makes an empty one, which goes at the benchmark's end if it is not removed before.
  init() { place = URL(filePath: CompiledProgram.makeFolder()) }

  /// Removes it with all that it holds.
  func remove() { try? FileManager.default.removeItem(at: place) }

  /// Writes a file, in a folder that is made if need be.
  func write(_ text: String, to name: String) {
    let file = place.appending(path: name)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
  }

  /// Runs the real command, silently.
  func gradbook(_ arguments: [String], environment: [String: String] = [:]) {
    let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    run(command.appending(path: "gradbook").path, arguments, environment: environment)
  }

  /// Runs a program to its end, which must be a good one; what it says, its progress too, is left out.
  func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
    let process = Process(program, arguments, setting: environment)
    process.currentDirectoryURL = place
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      fatalError("cannot run \(program): \(error)")
    }
    if process.terminationStatus != 0 {
      fatalError("\(program) \(arguments.joined(separator: " ")) ended with an error")
    }
  }
}
