/// The standard error of an experiment, formatted for the terminal: indented, and cut when it is
/// long.
struct StandardErrorExcerpt {
  /// The lines; the first names the experiment.
  let text: String

  /// The largest number of bytes that are shown.
  private static let limit = 4000

  /// Formats the text that an experiment wrote.
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
