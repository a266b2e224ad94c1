extension Benchmark {
  /// An experiment whose own loop takes some two seconds unless it is optimized, in a chapter that has
  /// never been rendered before.
  static let heavyBlock = renderingChapter("heavy-block") { $0.renderHeavyBlock() }
}
