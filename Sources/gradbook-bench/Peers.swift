import Execution
import Foundation

/// Runs the same steps with NumPy and PyTorch, if they are installed.
enum Peers {
  /// Prints their times, or nothing when Python 3 with NumPy is missing.
  static func printTable() {
    guard let package = EngineLocation.package else { return }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", package + "/Tests/Benchmarks/peers.py"]
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return }
    let table = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 0 && !table.isEmpty {
      print("\n" + String(decoding: table, as: UTF8.self), terminator: "")
    }
  }
}
