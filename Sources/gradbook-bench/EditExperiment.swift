extension Benchmark {
  /// One experiment of a chapter edited and the page made again.
  static let editExperiment = renderingChapter("edit-experiment") { $0.edit() }
}
