import Execution

extension Benchmark {
  /// Starting and ending a program that does nothing, behind the walls of an experiment, beside the
  /// same without.
  static let sandboxRun = Benchmark(name: "sandbox-run") {
    let times = await SandboxTiming.measure(repeats: 40)
    return [
      Measurement(
        name: "sandbox-run", value: times.inside * 1e3, unit: "ms",
        reference: "the same program without sandbox", referenceValue: times.outside * 1e3)
    ]
  }
}
