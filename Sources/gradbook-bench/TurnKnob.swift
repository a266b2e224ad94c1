extension Benchmark {
  /// A knob of a chapter turned to a value that it has not had and the page made again.
  static let turnKnob = renderingChapter("turn-knob") { $0.turn() }
}
