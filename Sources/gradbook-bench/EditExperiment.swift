extension Benchmark {
  /// Edits one experiment of a chapter and renders the page again.
  static let editExperiment = renderingChapter("edit-experiment") { $0.edit() }
}
