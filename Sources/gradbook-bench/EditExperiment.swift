extension Benchmark {
  /// One experiment of a chapter edited and the page made again, as a whole process, beside the
  /// compiler alone on a program of one line.
  static let editExperiment = Benchmark(name: "edit-experiment") {
    let job = ChapterJob()
    defer { job.remove() }
    let times = fastest(repeats: 8, job.edit, job.compileOneLine)
    return Measurement(
      name: "edit-experiment", value: times.ours * 1e3, unit: "ms",
      reference: "swiftc -O, one line", referenceValue: times.reference * 1e3)
  }
}
