import Execution
import Foundation

extension Benchmark {
  /// The seed's five training calls, written as in the chapter. The reference is the same job in
  /// hand-written C; both use the baseline instruction set.
  static let seedFiveCalls = Benchmark(name: "seed-five-calls") {
    guard let engine = await EngineLocation.find(forEveryProcessor: true),
      let program = CompiledProgram("SeedFiveCalls", c: "CSeedLoop", options: [], engine: engine)
    else { fatalError("the program for seed-five-calls does not compile") }
    let times = program.measure()
    return [
      Measurement(
        name: "seed-five-calls", value: times[0] * 1e6, unit: "µs",
        reference: "C loop, -O3 -ffast-math, baseline both", referenceValue: times[1] * 1e6)
    ]
  }
}
