extension SwiftScanner {
  /// Skips the rest of the name at the current position.
  mutating func skipIdentifierBody() {
    while position < bytes.count {
      if bytes[position].isDigit || isIdentifierHead(at: position) {
        position += scalarLength(at: position)
      } else {
        break
      }
    }
  }

  /// Scans a keyword or a name.
  mutating func scanIdentifier() {
    let start = position
    skipIdentifierBody()
    emit(kindOfWord(from: start), from: start)
  }

  /// Scans a name in backquotes, or a single backquote that is not closed on its line.
  mutating func scanBackquote() {
    let start = position
    position += 1
    skip { $0 != .backquote && !$0.isLineEnd }
    if peek() == .backquote {
      position += 1
      emit(.identifier, from: start)
    } else {
      position = start
      scanPunctuation()
    }
  }

  private func kindOfWord(from start: Int) -> SwiftToken.Kind {
    let word = bytes[start..<position]
    if word.count <= SwiftKeywords.longest {
      let text = String(decoding: word, as: UTF8.self)
      if SwiftKeywords.all.contains(text), !servesAsName(text) { return .keyword }
    }
    if bytes[start].isCapital { return .typeName }
    return peek() == .leftParenthesis ? .functionName : .identifier
  }

  /// Returns true for a keyword that is used as a member's name or an argument's label.
  private func servesAsName(_ word: String) -> Bool {
    if SwiftKeywords.values.contains(word) { return false }
    guard let previous, previous.kind == .punctuation, previous.range.count == 1 else {
      return false
    }
    switch bytes[previous.range.lowerBound] {
    case .dot: return word != "init"
    case .leftParenthesis, .comma: return peek() == .colon || SwiftKeywords.labels.contains(word)
    default: return false
    }
  }
}

/// The reserved words of Swift, and the contextual keywords that are rarely used as names.
enum SwiftKeywords {
  static let all: Set<String> = [
    "Any", "Self", "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break",
    "case", "catch", "class", "consuming", "continue", "convenience", "default", "defer", "deinit",
    "didSet", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "final",
    "for", "func", "guard", "if", "import", "in", "indirect", "infix", "init", "inout", "internal",
    "is", "isolated", "lazy", "let", "mutating", "nil", "nonisolated", "nonmutating", "operator",
    "override", "package", "postfix", "precedencegroup", "private", "protocol", "public",
    "repeat", "required", "rethrows", "return", "self", "some", "static", "struct", "subscript",
    "super", "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak",
    "where", "while", "willSet",
  ]
  /// The keywords that are values, and remain keywords in any context.
  static let values: Set<String> = ["Any", "Self", "false", "nil", "self", "super", "true"]
  /// The keywords that are labels after a parenthesis or comma, also in declarations.
  static let labels: Set<String> = ["as", "for", "in", "is", "where", "while"]
  static let longest = 15
}
