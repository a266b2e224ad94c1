import SwiftLexing

/// Experiments that go straight from their first line to their last, each line once.
///
/// The optimizer can gain nothing there, and what it tries takes a fifth of the time that a chapter
/// takes to compile. What such an experiment calls is optimized all the same.
enum StraightCode {
  /// The attributes of the function that an experiment becomes.
  static func attributes(of code: String) -> String {
    isStraight(code)
      ? "\(LargeFunctions.attribute) @_optimize(none)" : LargeFunctions.attribute
  }

  /// Whether nothing in the code can run more than once: it has no loop, closure or function, all of
  /// which need a brace.
  static func isStraight(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return !SwiftLexer.tokens(in: code).contains {
      $0.kind == .punctuation && $0.text(in: bytes) == "{"
    }
  }
}
