import BookModel

/// Something to tell about an island, at places that do not move when the prose does.
struct IslandDiagnostic: Hashable, Sendable {
  /// A second place.
  struct Note: Hashable, Sendable {
    /// The line and the column in the island.
    var position: SourcePosition
    /// The text.
    var message: String
  }

  /// How much it matters.
  var severity = Diagnostic.Severity.error
  /// The line and the column in the island; nil for the experiment as a whole.
  var position: SourcePosition?
  /// The text.
  var message: String
  /// The next step, when there is one to suggest.
  var hint: String?
  /// Further places.
  var notes: [Note] = []
}

extension Island {
  /// A diagnostic at its places in the chapter. What the island has no place for concerns the
  /// experiment as a whole.
  /// - Parameter whole: the place of the experiment as a whole; its first line unless given
  func diagnostic(_ found: IslandDiagnostic, at whole: SourceRange? = nil) -> Diagnostic {
    Diagnostic(
      found.severity, at: found.position.flatMap(range) ?? whole ?? place, found.message,
      hint: found.hint,
      notes: found.notes.compactMap { note in
        range(of: note.position).map { .init(range: $0, message: note.message) }
      })
  }

  /// Outputs with the places of their failed claims in the chapter.
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
