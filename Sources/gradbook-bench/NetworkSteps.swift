import Execution
import Foundation

extension Benchmark {
  /// Training steps of two networks, at two batch sizes each, with the library that blocks get, beside
  /// the same by hand in C for the same instruction set.
  static let networkSteps = ["mlp-tanh-64", "mlp-tanh-256", "mlp-784-64", "mlp-784-256"].map(
    networkStep)

  private static func networkStep(_ name: String) -> Benchmark {
    Benchmark(name: name) {
      guard let program = await NetworkProgram.shared.value else {
        fatalError("the program for \(name) does not compile")
      }
      let times = program.measure(name)
      let references = ["C loops, -O3 -ffast-math" + program.march, "C with OpenBLAS"]
      return zip(times.dropFirst(), references).map { time, reference in
        Measurement(
          name: name, value: times[0] * 1e6, unit: "µs", reference: reference,
          referenceValue: time * 1e6)
      }
    }
  }
}

/// The program that times a network's step, compiled once.
private struct NetworkProgram {
  let path: String
  /// The option for the instruction set, as the table shows it.
  let march: String

  static let shared = Task { await make() }

  private static func make() async -> NetworkProgram? {
    guard let engine = await EngineLocation.find() else { return nil }
    let folder = NSTemporaryDirectory() + "gradbook-bench-\(UUID())"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let (sources, program) = (engine.package + "/Sources", folder + "/network-step")
    let (c, header) = (folder + "/step.o", sources + "/CSeedLoop/include/CNetworkStep.h")
    let march = engine.instructionSet.map { ["-march=" + $0] } ?? []
    let compiled = run(
      engine.toolchain + "/bin/clang",
      ["-O3", "-ffast-math"] + march + [
        "-I", sources + "/CSeedLoop/include", "-c", sources + "/CSeedLoop/CNetworkStep.c", "-o", c,
      ])
    let linked = run(
      engine.compiler,
      [
        "-O", "-swift-version", "5", "-module-name", "chapter", "-import-objc-header", header,
        "-I", engine.folder, "-L", engine.folder, "-l" + EngineLocation.library,
        "-Xlinker", "-rpath", "-Xlinker", engine.folder, "-lm",
        sources + "/gradbook-bench/Programs/NetworkStep.swift", c, "-o", program,
      ])
    guard compiled != nil, linked != nil else { return nil }
    return NetworkProgram(path: program, march: march.map { " " + $0 }.joined())
  }

  /// The shortest times in seconds: the engine's, C's with plain loops, C's with OpenBLAS.
  func measure(_ name: String) -> [Double] {
    let written = NetworkProgram.run(path, [name, NetworkProgram.openBLAS])
    guard let written else { fatalError("the program for \(name) ended with an error") }
    return written.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }

  /// The system's OpenBLAS, or the one that NumPy brings.
  private static let openBLAS: String = {
    let inNumPy = """
      import glob, os, numpy
      print(*glob.glob(os.path.dirname(numpy.__file__) + ".libs/*openblas*"), sep="\\n")
      """
    let found = run("/usr/bin/env", ["python3", "-c", inNumPy]) ?? ""
    return found.split(separator: "\n").first.map(String.init) ?? "libopenblas.so.0"
  }()

  /// What a program writes; nil when it ends with an error.
  private static func run(_ program: String, _ arguments: [String]) -> String? {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OPENBLAS_NUM_THREADS": "1"], uniquingKeysWith: { $1 })
    guard (try? process.run()) != nil else { return nil }
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: written, as: UTF8.self) : nil
  }
}
