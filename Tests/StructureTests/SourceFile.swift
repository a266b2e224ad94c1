import SwiftLexing

/// What the order of folders depends on in a Swift file.
struct SourceFile {
  /// The path below the module's folder, such as `Cache/CacheFolder.swift`.
  let path: String
  /// The types that other files of the module can name: those at file scope that are not private.
  private(set) var declared: Set<String> = []
  /// The types that are named, each with its first line. A member's name after a dot is left out, and so
  /// is a name that the file declares itself, for example within another type.
  private(set) var named: [String: Int] = [:]

  /// The outermost folder below the module's that the file is in; for a file in the module's own folder,
  /// a dot.
  var folder: String {
    path.firstIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Reads a file.
  init(path: String, source: String) {
    self.path = path
    let bytes = Array(source.utf8)
    var own: Set<String> = []
    var (line, depth) = (1, 0)
    // The words of the statement so far, without those within braces that are closed.
    var previous: [Substring] = []
    for token in SwiftLexer.tokens(in: source) {
      switch token.kind {
      case .whitespace: continue
      case .newline, .comment, .string:
        line += bytes[token.range].count { $0 == UInt8(ascii: "\n") }
        if token.kind != .string { continue }
      default: break
      }
      let text = Substring(decoding: bytes[token.range], as: UTF8.self)
      if token.kind == .punctuation, text == "{" { depth += 1 }
      if token.kind == .punctuation, text == "}" { depth -= 1 }
      if token.kind == .typeName {
        let name = String(text)
        if let word = previous.last, Self.declaringWords.contains(word) {
          own.insert(name)
          let isPrivate = previous.suffix(4).contains { $0 == "private" || $0 == "fileprivate" }
          if depth == 0 && !isPrivate { declared.insert(name) }
        } else if previous.last != "." {
          named[name] = named[name] ?? line
        }
      }
      previous = previous.suffix(3) + [text]
    }
    named = named.filter { !own.contains($0.key) }
  }

  private static let declaringWords: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "associatedtype",
  ]
}
