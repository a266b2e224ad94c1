import BookModel

/// Gathers what is wrong with one chapter.
final class ErrorCollector {
  private(set) var diagnostics: [Diagnostic] = []

  /// Adds an error at its place, with further places that explain it.
  func report(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(at: range, error.message, hint: error.hint, notes: notes))
  }
}
