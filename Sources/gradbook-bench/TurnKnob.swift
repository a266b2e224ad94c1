extension Benchmark {
  /// Turns a chapter's knob to a new value and renders the page again.
  static let turnKnob = renderingChapter("turn-knob") { $0.turn() }
}
