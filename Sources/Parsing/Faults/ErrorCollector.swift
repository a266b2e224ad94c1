import BookModel

/// Gathers what is wrong with one chapter.
final class ErrorCollector {
  private(set) var diagnostics: [Diagnostic] = []

  /// Adds an error at its place, with further places that explain it.
  func report(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) {
    report(Self.diagnostic(error, at: range, notes: notes))
  }

  /// Adds what is put into words already.
  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// An error in words.
  static func diagnostic(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(error.severity, at: range, error.message, hint: error.hint, notes: notes)
  }
}
