import BookModel
import Foundation
import Synchronization

/// What the command says while it works, on standard error: progress on a terminal and nothing of it
/// elsewhere; diagnostics everywhere; colours on a terminal unless `NO_COLOR` is set.
final class Console: Sendable {
  private struct State {
    var hasSeenError = false
    /// Whether a line of progress stands on the terminal's last line.
    var hasProgressLine = false
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let hasColours: Bool

  init() {
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(2) == 1 && environment["TERM"] != "dumb"
    hasColours = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Whether any diagnostic shown so far was an error.
  var hasSeenError: Bool { state.withLock { $0.hasSeenError } }

  /// Shows diagnostics in the order of their places.
  func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.sortedByPlace {
      state.withLock { state in
        if diagnostic.severity == .error { state.hasSeenError = true }
        clearProgress(&state)
        write(coloured(diagnostic) + "\n")
      }
    }
  }

  /// Shows what is being done, in place of what was shown before; on a terminal only.
  func showProgress(_ text: String) {
    guard isTerminal else { return }
    state.withLock { state in
      clearProgress(&state)
      write(text)
      state.hasProgressLine = true
    }
  }

  /// Shows the last word on a terminal.
  func showProgressSummary(_ text: String) {
    guard isTerminal else { return }
    state.withLock { state in
      clearProgress(&state)
      write(text + "\n")
    }
  }

  private func clearProgress(_ state: inout State) {
    if state.hasProgressLine { write("\r\u{1B}[K") }
    state.hasProgressLine = false
  }

  private func coloured(_ diagnostic: Diagnostic) -> String {
    let text = diagnostic.description
    guard hasColours else { return text }
    let word = "\(diagnostic.severity.rawValue): "
    guard let range = text.range(of: word) else { return text }
    let colour = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
    return text.replacingCharacters(in: range, with: "\(colour)\(word)\u{1B}[0m")
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
