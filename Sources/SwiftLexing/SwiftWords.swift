extension SwiftScanner {
  /// Moves behind the name that the position is in.
  mutating func skipIdentifierBody() {
    while position < bytes.count {
      if bytes[position].isDigit || isIdentifierHead(at: position) {
        position += scalarLength(at: position)
      } else {
        break
      }
    }
  }

  /// A keyword or a name.
  mutating func scanIdentifier() {
    let start = position
    skipIdentifierBody()
    emit(kindOfWord(from: start), from: start)
  }

  /// A name in backquotes; a backquote alone without its partner on the line.
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

  /// Whether a keyword stands where it is a member's name or an argument's label.
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

/// The words that Swift reserves, and those with a meaning of their own that hardly serve as names.
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
  /// The keywords that are values, and stay keywords wherever they stand.
  static let values: Set<String> = ["Any", "Self", "false", "nil", "self", "super", "true"]
  /// The keywords that after a parenthesis or comma are labels, in a declaration too.
  static let labels: Set<String> = ["as", "for", "in", "is", "where", "while"]
  static let longest = 15
}
