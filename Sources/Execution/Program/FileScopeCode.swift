import SwiftLexing

/// The declarations at a block's outermost level that the program treats specially: those that cannot
/// stand in a function, the types that these may need, and functions.
struct FileScopeCode {
  /// A declaration on the outermost level of a block.
  struct Declaration: Equatable {
    /// The kinds of declarations that are treated specially.
    enum Kind: Equatable {
      /// `import`, `extension`, `operator`, `precedencegroup` and functions that are operators:
      /// only allowed at file scope.
      case bound
      /// A type or a type alias, with its name. It moves only when something at file scope names it.
      case type(String)
      /// A function.
      case function
    }

    /// The kind, with the name of a type.
    var kind: Kind
    /// Its bytes in the block's code, attributes and modifiers included.
    var range: Range<Int>
    /// The names that it uses.
    var names: Set<String>
  }

  /// The declarations, in the order of the code.
  let declarations: [Declaration]

  /// Finds the declarations in a block's code.
  init(_ code: String) {
    let bytes = Array(code.utf8)
    declarations = Self.declarations(in: SwiftLexer.tokens(in: code)[...], of: bytes).found
  }

  /// Finds the declarations in some tokens.
  /// - Returns: them, and true when there is nothing else in the tokens
  private static func declarations(in tokens: ArraySlice<SwiftToken>, of bytes: [UInt8])
    -> (found: [Declaration], areAll: Bool)
  {
    var declarations: [Declaration] = []
    var areAll = true
    var depth = 0
    var atStart = true
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      if depth == 0, atStart, let clauses = ConditionalClauses(tokens[index...], in: bytes) {
        if let group = Self.group(clauses, tokens, in: bytes) {
          declarations.append(group)
        } else {
          areAll = false
        }
        index = clauses.end
        continue
      }
      if depth == 0, atStart, !token.isSpace, token.kind != .newline,
        let kind = Self.kind(of: tokens[index...], in: bytes)
      {
        let end = Self.end(of: tokens[index...], in: bytes)
        let names = tokens[index..<end].filter(\.isName).map { $0.text(in: bytes) }
        declarations.append(
          Declaration(
            kind: kind, range: token.range.lowerBound..<tokens[end - 1].range.upperBound,
            names: Set(names)))
        index = end
        continue
      }
      depth += token.nesting(in: bytes)
      if token.kind == .newline || token.isSemicolon(in: bytes) {
        atStart = true
      } else if !token.isSpace {
        (atStart, areAll) = (false, false)
      }
      index += 1
    }
    return (declarations, areAll)
  }

  /// Returns the declarations between `#if` and its `#endif` as one, which keeps its conditions. It is bound
  /// to file scope when one of them is. With statements among them it stays where it is, and the compiler
  /// says what cannot.
  private static func group(
    _ clauses: ConditionalClauses, _ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]
  ) -> Declaration? {
    let parts = clauses.bodies.map { declarations(in: tokens[$0], of: bytes) }
    let all = parts.flatMap(\.found)
    guard parts.allSatisfy(\.areAll), all.contains(where: { $0.kind == .bound }) else { return nil }
    let end = tokens[clauses.end - 1].range.upperBound
    return Declaration(
      kind: .bound, range: tokens[clauses.start].range.lowerBound..<end,
      names: all.reduce(into: []) { $0.formUnion($1.names) })
  }

  /// Returns the kind of the declaration that begins here, behind its attributes and modifiers.
  private static func kind(of tokens: ArraySlice<SwiftToken>, in bytes: [UInt8])
    -> Declaration.Kind?
  {
    var words = tokens.filter { !$0.isSpace && $0.kind != .newline }[...]
    while let first = words.popFirst() {
      let text = first.text(in: bytes)
      switch text {
      case "import", "extension", "operator", "precedencegroup": return .bound
      case "func": return words.first?.kind == .operator ? .bound : .function
      case "struct", "class", "enum", "protocol", "actor", "typealias":
        guard let name = words.first, name.isName else { return nil }
        return .type(name.text(in: bytes))
      default:
        let isAttribute = first.kind == .attribute
        guard isAttribute || modifiers.contains(text) else { return nil }
        guard let next = words.first, next.text(in: bytes) == "(" else { continue }
        // Anything else in parentheses makes it a call.
        let inside = words.dropFirst().first?.text(in: bytes)
        guard isAttribute || inside == "set" || inside == "unsafe" else { return nil }
        skipParentheses(&words, in: bytes)
      }
    }
    return nil
  }

  private static let modifiers: Set<String> = [
    "public", "private", "fileprivate", "internal", "package", "open", "final", "indirect",
    "prefix", "infix", "postfix", "nonisolated", "distributed",
  ]

  private static func skipParentheses(_ words: inout ArraySlice<SwiftToken>, in bytes: [UInt8]) {
    var depth = 0
    while let word = words.popFirst() {
      depth += word.nesting(in: bytes)
      if depth == 0 { return }
    }
  }

  /// Returns the index behind the declaration that begins here. It ends after its closing brace, or at
  /// the end of a line on which it is complete.
  private static func end(of tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]) -> Int {
    var depth = 0
    var last = tokens.startIndex
    var isComplete = false
    for index in tokens.indices {
      let token = tokens[index]
      let nesting = token.nesting(in: bytes)
      depth += nesting
      if depth == 0, token.isSemicolon(in: bytes) { break }
      if depth == 0, token.kind == .newline, isComplete, !continues(tokens[index...], in: bytes) {
        break
      }
      if token.isSpace || token.kind == .newline { continue }
      last = index
      isComplete = isComplete || token.isKeywordOfDeclaration(in: bytes)
      if depth == 0, nesting < 0, token.text(in: bytes) == "}" { break }
    }
    return last + 1
  }

  /// Returns `true` when the next line continues the declaration on this one: it opens the body or adds
  /// to the head.
  private static func continues(_ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]) -> Bool {
    guard let next = tokens.first(where: { !$0.isSpace && $0.kind != .newline }) else {
      return false
    }
    return ["{", ":", ",", "where", "->", "="].contains(next.text(in: bytes))
  }
}

/// The clauses from a `#if` to its `#endif`.
private struct ConditionalClauses {
  /// The index of `#if`.
  let start: Int
  /// The index behind `#endif`.
  let end: Int
  /// What stands between the directives, without the lines of conditions.
  let bodies: [Range<Int>]

  /// Finds the clauses that begin with the first of some tokens; nil when it is no `#if`, or one without
  /// an end.
  init?(_ tokens: ArraySlice<SwiftToken>, in bytes: [UInt8]) {
    guard let first = tokens.first, first.kind == .directive, first.text(in: bytes) == "#if" else {
      return nil
    }
    var bodies: [Range<Int>] = []
    var body: Int?
    var depth = 0
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .directive else {
        if body == nil, token.kind == .newline { body = index }
        continue
      }
      switch token.text(in: bytes) {
      case "#if":
        depth += 1
      case "#elseif" where depth == 1, "#else" where depth == 1, "#endif" where depth == 1:
        if let body { bodies.append(body..<index) }
        body = nil
        if token.text(in: bytes) == "#endif" {
          (start, end, self.bodies) = (tokens.startIndex, index + 1, bodies)
          return
        }
      case "#endif":
        depth -= 1
      default: break
      }
    }
    return nil
  }
}

extension SwiftToken {
  /// True for whitespace and comments, which are neither code nor the end of a line.
  var isSpace: Bool { kind == .whitespace || kind == .comment }

  /// True for a token that can name a declaration.
  var isName: Bool { kind == .identifier || kind == .typeName || kind == .functionName }

  /// Returns the change in bracket depth: 1 for an opening bracket, -1 for a closing one, otherwise 0.
  func nesting(in bytes: [UInt8]) -> Int {
    guard kind == .punctuation || kind == .interpolation else { return 0 }
    switch bytes[range.upperBound - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return -1
    default: return 0
    }
  }

  fileprivate func isSemicolon(in bytes: [UInt8]) -> Bool {
    kind == .punctuation && bytes[range.lowerBound] == UInt8(ascii: ";")
  }

  fileprivate func isKeywordOfDeclaration(in bytes: [UInt8]) -> Bool {
    [
      "import", "extension", "operator", "precedencegroup", "func", "struct", "class", "enum",
      "protocol", "actor", "typealias",
    ].contains(text(in: bytes))
  }
}
