import SwiftLexing

/// Recognizes programs that cannot have a second thread.
///
/// Their references are counted without atomic operations, which makes a training loop with small
/// batches a twentieth faster. The engine's own second thread counts no references.
enum ThreadUse {
  /// The compiler options for a program with a single thread.
  static let singleThreaded = ["-Xfrontend", "-assume-single-threaded"]

  /// Returns `true` when something in the source could start a thread: Swift's concurrency, or a module
  /// that is not the engine's.
  static func isPossible(in source: String) -> Bool {
    let bytes = Array(source.utf8)
    var imports = false
    for token in SwiftLexer.tokens(in: source) {
      switch token.kind {
      case .whitespace, .newline, .comment: continue
      case .keyword, .identifier, .typeName, .functionName:
        let word = String(token.text(in: bytes).filter { $0 != "`" })
        if concurrency.contains(word) || imports && !engine.contains(word)
          || systemNames.contains("@" + word)
        {
          return true
        }
        imports = word == "import"
      // It may name a function of the system; the program's own frame names none.
      case .attribute:
        if systemNames.contains(String(token.text(in: bytes))) { return true }
      default: break
      }
    }
    return false
  }

  private static let concurrency: Set = ["actor", "async", "await", "Task"]
  private static let systemNames: Set = ["@_silgen_name", "@_extern"]
  private static let engine: Set = ["Notebook", "GradientDescent", "Charts"]
}
