import SwiftLexing

/// The names that code declares, as far as its tokens tell.
enum DeclaredNames {
  /// Returns the names of variables, functions, types, cases, parameters and what closures take.
  static func names(in code: String) -> Set<String> {
    let bytes = Array(code.utf8)
    let tokens = SwiftLexer.tokens(in: code).filter {
      $0.kind != .whitespace && $0.kind != .newline && $0.kind != .comment
    }
    let texts = tokens.map { $0.text(in: bytes) }
    var names: Set<String> = []
    for place in tokens.indices {
      switch texts[place] {
      case "let", "var", "for", "case": names.formUnion(pattern(after: place, tokens, texts))
      case "func", "class", "struct", "enum", "protocol", "actor", "typealias":
        if place + 1 < texts.count { names.insert(texts[place + 1]) }
        if texts[place] == "func" { names.formUnion(parameters(after: place + 1, tokens, texts)) }
      case "in": names.formUnion(closureParameters(before: place, tokens, texts))
      default: break
      }
    }
    return names
  }

  /// Returns the types of variables that begin with a value of a type, such as `let net = Sequential(`.
  /// A variable that has another type elsewhere has none.
  static func types(in codes: [String]) -> [String: String] {
    var types: [String: Set<String>] = [:]
    for code in codes {
      let bytes = Array(code.utf8)
      let tokens = SwiftLexer.tokens(in: code).filter { $0.kind != .whitespace }
      let texts = tokens.map { $0.text(in: bytes) }
      for place in texts.indices where ["let", "var"].contains(texts[place]) {
        guard place + 1 < texts.count, isName(tokens[place + 1]) else { continue }
        let value = place + 4 < texts.count ? Array(texts[(place + 2)...(place + 4)]) : []
        let isMade = value.first == "=" && value.last == "(" && tokens[place + 3].kind == .typeName
        types[texts[place + 1], default: []].insert(isMade ? value[1] : "")
      }
    }
    return types.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private static func isName(_ token: SwiftToken) -> Bool {
    [.identifier, .functionName, .typeName].contains(token.kind)
  }

  /// The names of `x`, `(index, (data, label))` and `x, y` up to what says their type or value.
  private static func pattern(
    after start: Int, _ tokens: [SwiftToken], _ texts: [String]
  ) -> [String] {
    var names: [String] = []
    var place = start + 1
    while place < tokens.count {
      let text = texts[place]
      if isName(tokens[place]) {
        names.append(text)
      } else if !["(", ")", ",", "_", "let", "var", "case"].contains(text) {
        break
      }
      place += 1
    }
    return names
  }

  /// The names that stand before colons in the parentheses of a function.
  private static func parameters(
    after start: Int, _ tokens: [SwiftToken], _ texts: [String]
  ) -> [String] {
    guard let open = texts[start...].firstIndex(of: "(") else { return [] }
    var (depth, place) = (0, open)
    var names: [String] = []
    while place < texts.count {
      if texts[place] == "(" { depth += 1 }
      if texts[place] == ")" { depth -= 1 }
      if depth == 0 { break }
      if texts[place] == ":", isName(tokens[place - 1]) { names.append(texts[place - 1]) }
      place += 1
    }
    return names
  }

  /// The names between a brace and `in`; none for the `in` of a loop.
  private static func closureParameters(
    before end: Int, _ tokens: [SwiftToken], _ texts: [String]
  ) -> [String] {
    var names: [String] = []
    var place = end - 1
    while place >= 0, texts[place] != "{" {
      if isName(tokens[place]) {
        names.append(texts[place])
      } else if !["(", ")", ",", "_", ":", "->"].contains(texts[place]) {
        return []
      }
      place -= 1
    }
    return place >= 0 ? names : []
  }
}
