import Execution
import Foundation

extension Benchmark {
  /// Training steps of two networks, at two batch sizes each, with the library for blocks. The
  /// reference is hand-written C for the same instruction set.
  static let networkSteps = ["mlp-tanh-64", "mlp-tanh-256", "mlp-784-64", "mlp-784-256"].map(
    networkStep)

  private static func networkStep(_ name: String) -> Benchmark {
    Benchmark(name: name) {
      guard let program = await NetworkProgram.shared.value else {
        fatalError("the program for \(name) does not compile")
      }
      // Idle threads of OpenBLAS would slow down the engine: its two-thread run is timed
      // separately.
      let times =
        program.measure(name, ["engine", "loops", "openblas"])
        + program.measure(name, ["openblas"], threadsOfOpenBLAS: 2)
      let references = [
        "C loops, -O3 -ffast-math" + program.march, "C with OpenBLAS, one thread",
        "C with OpenBLAS, two threads",
      ]
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
  let program: CompiledProgram
  /// The option for the instruction set, as shown in the table.
  let march: String

  static let shared = Task { await make() }

  private static func make() async -> NetworkProgram? {
    guard let engine = await EngineLocation.find() else { return nil }
    let march = engine.instructionSet.map { ["-march=" + $0] } ?? []
    let program = CompiledProgram(
      "NetworkStep", c: "CNetworkStep", options: march, engine: engine)
    return program.map { NetworkProgram(program: $0, march: march.map { " " + $0 }.joined()) }
  }

  /// Returns the shortest time of each job in seconds; without OpenBLAS its jobs have none.
  /// - Parameters:
  ///   - name: the row
  ///   - jobs: the program's names of the jobs: `engine`, `loops`, `openblas`
  ///   - threadsOfOpenBLAS: the number of threads that OpenBLAS may use
  func measure(_ name: String, _ jobs: [String], threadsOfOpenBLAS: Int = 1) -> [Double] {
    program.measure(
      [name, NetworkProgram.openBLAS] + jobs,
      environment: ["OPENBLAS_NUM_THREADS": "\(threadsOfOpenBLAS)"])
  }

  /// The path of NumPy's OpenBLAS, else the name of the system's.
  private static let openBLAS: String = {
    let inNumPy = """
      import glob, os, numpy
      print(*glob.glob(os.path.dirname(numpy.__file__) + ".libs/*openblas*"), sep="\\n")
      """
    let found = CompiledProgram.run("/usr/bin/env", ["python3", "-c", inNumPy]) ?? ""
    return found.split(separator: "\n").first.map(String.init) ?? "libopenblas.so.0"
  }()
}
