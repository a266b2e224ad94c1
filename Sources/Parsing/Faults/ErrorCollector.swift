import BookModel

/// Collects the diagnostics of one chapter.
final class ErrorCollector {
  private(set) var diagnostics: [Diagnostic] = []

  /// Adds an error with its range and notes on related ranges.
  func report(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) {
    report(Self.diagnostic(error, at: range, notes: notes))
  }

  /// Adds a finished diagnostic.
  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Returns an error in words.
  static func diagnostic(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(error.severity, at: range, error.message, hint: error.hint, notes: notes)
  }
}
