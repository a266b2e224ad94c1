import Files
import MathML
import Parsing
import Synchronization

/// The parsed chapters of the last load of a book, for the next one.
package final class ChapterMemory: Sendable {
  private struct Key: Hashable {
    let path: String
    let digest: FileDigest
    let context: String
    let macros: String
  }

  private struct State {
    var last: [Key: ParsedChapter] = [:]
    var current: [Key: ParsedChapter] = [:]
  }

  private let state = Mutex(State())

  /// Makes an empty memory.
  package init() {}

  /// Begins a load: what the last one did not ask for is forgotten.
  func begin() {
    state.withLock { state in
      state.last = state.current
      state.current = [:]
    }
  }

  /// Returns a chapter that an earlier load has parsed, else parses it.
  /// - Parameters:
  ///   - path: the chapter's path
  ///   - bytes: its text
  ///   - context: all else that the result depends on
  ///   - macros: the book's macros
  ///   - parse: parses it
  func parsed(
    _ path: String, _ bytes: [UInt8], _ context: String, _ macros: TeXMacros,
    _ parse: () -> ParsedChapter
  ) -> ParsedChapter {
    let key = Key(
      path: path, digest: FileDigest(bytes), context: context, macros: macros.fingerprint)
    if let known = state.withLock({ $0.current[key] ?? $0.last[key] }) {
      state.withLock { $0.current[key] = known }
      return known
    }
    let parsed = parse()
    state.withLock { $0.current[key] = parsed }
    return parsed
  }
}
