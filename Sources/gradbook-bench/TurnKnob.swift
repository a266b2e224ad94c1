extension Benchmark {
  /// A knob of a chapter turned to a value that it has not had and the page made again, as a whole
  /// process, beside the compiler alone on a program of one line.
  static let turnKnob = Benchmark(name: "turn-knob") {
    let job = ChapterJob()
    defer { job.remove() }
    let times = fastest(repeats: 8, job.turn, job.compileOneLine)
    return Measurement(
      name: "turn-knob", value: times.ours * 1e3, unit: "ms",
      reference: "swiftc -O, one line", referenceValue: times.reference * 1e3)
  }
}
