import BookModel

/// Collects the diagnostics of one chapter.
final class ErrorCollector {
  /// A fault that a chapter is told of once, with the number of its places.
  private struct Repeated {
    let error: ParsingError
    let range: SourceRange
    var count = 1
  }

  private var reported: [Diagnostic] = []
  /// By the kinds of the faults.
  private var repeated: [String: Repeated] = [:]

  /// All diagnostics so far.
  var diagnostics: [Diagnostic] {
    reported
      + repeated.sorted { $0.key < $1.key }.map { _, item in
        let times = item.count == 1 ? "" : ", \(item.count) times; this is the first"
        return Diagnostic(
          item.error.severity, at: item.range, item.error.message + times, hint: item.error.hint)
      }
  }

  /// Adds an error with its range and notes on related ranges.
  func report(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) {
    guard let kind = error.kindToldOnce else {
      return report(Self.diagnostic(error, at: range, notes: notes))
    }
    guard let known = repeated[kind] else {
      repeated[kind] = Repeated(error: error, range: range)
      return
    }
    repeated[kind]?.count += 1
    if range.start < known.range.start {
      repeated[kind] = Repeated(error: error, range: range, count: known.count + 1)
    }
  }

  /// Adds a finished diagnostic.
  func report(_ diagnostic: Diagnostic) { reported.append(diagnostic) }

  /// The number of errors so far, without the warnings.
  var errorCount: Int { reported.count { $0.severity == .error } }

  /// The last diagnostic that was reported.
  var last: Diagnostic? { reported.last }

  /// Returns an error in words.
  static func diagnostic(
    _ error: ParsingError, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(error.severity, at: range, error.message, hint: error.hint, notes: notes)
  }
}
