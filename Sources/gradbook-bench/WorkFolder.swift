import Foundation

/// A folder for a benchmark, in which it runs programs.
struct WorkFolder {
  /// The URL of the folder.
  let place: URL

  /// Makes an empty folder, which is removed at the end of the benchmarks at the latest.
  init() { place = URL(filePath: CompiledProgram.makeFolder()) }

  /// Removes the folder with its contents.
  func remove() { try? FileManager.default.removeItem(at: place) }

  /// Writes a file, making its folder if necessary.
  func write(_ text: String, to name: String) {
    let file = place.appending(path: name)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
  }

  /// Runs the real command without its output.
  func gradbook(_ arguments: [String], environment: [String: String] = [:]) {
    let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    run(command.appending(path: "gradbook").path, arguments, environment: environment)
  }

  /// Runs a program without its output, and waits for its end, which must be successful.
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
