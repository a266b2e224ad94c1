import Execution
import Foundation

extension Benchmark {
  /// Common operations on a million numbers in single precision, with the library for blocks. The
  /// reference is NumPy.
  static let arrayFunctions = Benchmark(name: "array-functions") {
    guard let engine = await EngineLocation.find(),
      let program = CompiledProgram("ArrayFunctions", engine: engine)
    else { fatalError("the program for array-functions does not compile") }
    let peer = CompiledProgram.run(
      "/usr/bin/env", ["python3", engine.package + "/Tests/Benchmarks/arrays.py"])
    let ours = times(program.output())
    let theirs = times(peer ?? "")
    return ours.map { name, time in
      Measurement(
        name: "array-" + name, value: time * 1e6, unit: "µs",
        reference: peer == nil ? "NumPy is not installed" : "NumPy",
        referenceValue: (theirs.first { $0.name == name }?.time ?? .nan) * 1e6)
    }
  }

  /// The lines `name seconds` of a program.
  private static func times(_ output: String) -> [(name: String, time: Double)] {
    output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let time = Double(words[1]) else { return nil }
      return (String(words[0]), time)
    }
  }
}
