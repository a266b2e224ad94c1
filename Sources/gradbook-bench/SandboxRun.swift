import Execution

extension Benchmark {
  /// Runs an empty program in the sandbox of an experiment. The reference is the same without a
  /// sandbox.
  static let sandboxRun = Benchmark(name: "sandbox-run") {
    let times = await SandboxTiming.measure(repeats: 40)
    return [
      Measurement(
        name: "sandbox-run", value: times.inside * 1e3, unit: "ms",
        reference: "the same program without sandbox", referenceValue: times.outside * 1e3)
    ]
  }
}
