/// What an experiment wrote to standard error, as the terminal shows it: indented, and only the beginning
/// of a long text.
struct StandardErrorExcerpt {
  /// The lines, the first of which names the experiment.
  let text: String

  /// The most bytes that are shown.
  private static let limit = 4000

  /// Makes an excerpt of what an experiment wrote.
  init(_ written: String, of experiment: String, in chapter: String) {
    let start = String(decoding: written.utf8.prefix(Self.limit), as: UTF8.self)
    var lines = start.forTerminal.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let rest = written.utf8.count - Self.limit
    text =
      "\(chapter.forTerminal): the experiment '\(experiment)' wrote to standard error:\n"
      + lines.map { "  " + $0 }.joined(separator: "\n")
      + (rest > 0 ? "\n  ... and \(rest) bytes more" : "")
  }
}
