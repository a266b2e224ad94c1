extension Benchmark {
  /// Renders a new chapter with an experiment whose own loop takes about two seconds unless it is
  /// optimized.
  static let heavyBlock = renderingChapter("heavy-block") { $0.renderHeavyBlock() }
}
