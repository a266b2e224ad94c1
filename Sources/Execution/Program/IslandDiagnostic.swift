import BookModel
import Transcript

/// An error or a warning about an island, at places that do not move when the prose does.
struct IslandDiagnostic: Hashable, Sendable {
  /// A second place.
  struct Note: Hashable, Sendable {
    /// The position, counted in the lines of the island.
    var position: SourcePosition
    /// The text.
    var message: String
  }

  /// An error or a warning.
  var severity = Diagnostic.Severity.error
  /// The position in the lines of the island; nil for the experiment as a whole.
  var position: SourcePosition?
  /// The text.
  var message: String
  /// The next step, when there is one to suggest.
  var hint: String?
  /// Further places.
  var notes: [Note] = []
}

extension IslandDiagnostic {
  /// A warning of the engine.
  init(_ warning: WarningRecord) {
    self.init(
      severity: .warning, position: SourcePosition(line: warning.line, column: warning.column),
      message: warning.message)
  }
}

extension Island {
  /// Returns a diagnostic at its places in the chapter. One whose place the island does not have
  /// concerns the experiment as a whole.
  /// - Parameter whole: the place of the experiment as a whole; its first line unless given
  func diagnostic(_ found: IslandDiagnostic, at whole: SourceRange? = nil) -> Diagnostic {
    Diagnostic(
      found.severity, at: found.position.flatMap(range) ?? whole ?? place, found.message,
      hint: found.hint,
      notes: found.notes.compactMap { note in
        range(of: note.position).map { .init(range: $0, message: note.message) }
      })
  }

  /// Returns outputs with the places of their failed claims in the chapter.
  func located(_ outputs: [Output]) -> [Output] {
    outputs.map { output in
      guard case .check(var check) = output, let failure = check.failure else { return output }
      let position = SourcePosition(line: failure.line, column: failure.column)
      let start = (range(of: position) ?? place).start
      check.failure = .init(line: start.line, column: start.column)
      return .check(check)
    }
  }
}
