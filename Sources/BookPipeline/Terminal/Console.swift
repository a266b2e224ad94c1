import BookModel
import Files
import Foundation
import Synchronization

/// The command's output on standard error: progress only on a terminal; diagnostics everywhere;
/// colours on a terminal unless `NO_COLOR` is set.
package final class Console: Sendable {
  private struct State {
    var errors: [Diagnostic] = []
    /// The diagnostics that were shown at once.
    var early: Set<Diagnostic> = []
    /// True when the terminal's last line shows progress.
    var hasProgressLine = false
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let hasColours: Bool

  package init() {
    isTerminal = isatty(2) == 1 && ProcessEnvironment["TERM"] != "dumb"
    hasColours = isTerminal && ProcessEnvironment["NO_COLOR"] == nil
  }

  /// The errors among the diagnostics shown so far.
  package var errors: [Diagnostic] { state.withLock { $0.errors } }

  /// True when at least one diagnostic shown so far was an error.
  package var hasSeenError: Bool { !errors.isEmpty }

  /// The largest number of diagnostics that are shown for one file.
  package static let longestList = 500

  /// Shows diagnostics in the order of their positions, each once: of several with the same message
  /// at one position, the one with the most notes. Beyond `longestList` for a file they are only
  /// counted.
  package func show(_ diagnostics: [Diagnostic]) {
    var seen: Set<Diagnostic> = []
    var shown: [Diagnostic] = []
    for diagnostic in diagnostics.sortedByPlace where seen.insert(diagnostic).inserted {
      // Diagnostics at one position are close together.
      guard let same = shown.suffix(16).lastIndex(where: diagnostic.isAbout) else {
        shown.append(diagnostic)
        continue
      }
      if shown[same].notes.count < diagnostic.notes.count { shown[same] = diagnostic }
    }
    for ofFile in shown.chunkedByFile {
      ofFile.prefix(Self.longestList).forEach(show)
      let others = ofFile.dropFirst(Self.longestList)
      guard let file = others.first?.range?.file else { continue }
      let errors = others.filter { $0.severity == .error }
      state.withLock { $0.errors += errors }
      show(
        "\(file): \(others.count) more are not listed, \(errors.count) of them errors".forTerminal)
    }
  }

  private func show(_ diagnostic: Diagnostic) {
    state.withLock { state in
      if state.early.remove(diagnostic) != nil { return }
      if diagnostic.severity == .error { state.errors.append(diagnostic) }
      clearProgress(&state)
      let excerpt = isTerminal ? SourceExcerpt(diagnostic)?.text : nil
      write(coloured(diagnostic, with: excerpt) + "\n")
    }
  }

  /// Shows a diagnostic immediately; the others are shown at the end.
  package func showAtOnce(_ diagnostic: Diagnostic) {
    show([diagnostic])
    state.withLock { _ = $0.early.insert(diagnostic) }
  }

  /// Shows an error that concerns no chapter.
  package func show(_ error: any Error) { show([Diagnostic(at: nil, "\(error)")]) }

  /// Shows lines unchanged.
  package func show(_ text: String) {
    state.withLock { state in
      clearProgress(&state)
      write(text + "\n")
    }
  }

  /// Shows the current activity, replacing the previous one; on a terminal only.
  package func showProgress(_ text: String) {
    guard isTerminal else { return }
    state.withLock { state in
      clearProgress(&state)
      write(text)
      state.hasProgressLine = true
    }
  }

  /// Shows a summary at the end; on a terminal only.
  package func showProgressSummary(_ text: String) {
    if isTerminal { show(text) }
  }

  private func clearProgress(_ state: inout State) {
    if state.hasProgressLine { write("\r\u{1B}[K") }
    state.hasProgressLine = false
  }

  /// Returns the diagnostic in words, with an excerpt of the chapter below its first line.
  private func coloured(_ diagnostic: Diagnostic, with excerpt: String?) -> String {
    var lines = diagnostic.description.forTerminal
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let word = "\(diagnostic.severity.rawValue): "
    if hasColours, let range = lines[0].range(of: word) {
      let colour = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
      lines[0].replaceSubrange(range, with: "\(colour)\(word)\u{1B}[0m")
    }
    if let excerpt { lines.insert(excerpt, at: 1) }
    return lines.joined(separator: "\n")
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension [Diagnostic] {
  /// The diagnostics, sorted by position, in groups by file; each diagnostic without a position is
  /// a group of its own.
  fileprivate var chunkedByFile: [ArraySlice<Diagnostic>] {
    var chunks: [ArraySlice<Diagnostic>] = []
    var start = startIndex
    while start < endIndex {
      let file = self[start].range?.file
      let end = self[start...].dropFirst().firstIndex { file == nil || $0.range?.file != file }
      chunks.append(self[start..<(end ?? endIndex)])
      start = end ?? endIndex
    }
    return chunks
  }
}
