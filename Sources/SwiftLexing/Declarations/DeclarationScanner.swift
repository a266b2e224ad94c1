/// Scans the tokens of a Swift source for declarations.
struct DeclarationScanner {
  private static let types: Set<String> = [
    "struct", "class", "enum", "protocol", "extension", "actor",
  ]
  private static let members: Set<String> = [
    "func", "var", "let", "init", "subscript", "typealias",
  ]
  /// The tokens at the start of a line that continue the declaration above.
  private static let continuations: Set<String> = [
    "where", "throws", "async", "rethrows", "{", "->", "=", ".", "?", ":", "&&", "||", "+", "-",
    "*",
  ]

  private let source: [UInt8]
  /// The tokens without spaces and comments, but with newlines.
  private let tokens: [SwiftToken]
  private var found: [Declarations.Declaration] = []

  init(_ source: String) {
    self.source = Array(source.utf8)
    tokens = SwiftLexer.tokens(in: source).filter { $0.kind != .whitespace && $0.kind != .comment }
  }

  /// Returns the declarations in the order of the source.
  mutating func scan() -> [Declarations.Declaration] {
    _ = scan(from: 0, names: [])
    return found
  }

  private func text(_ index: Int) -> String {
    index < tokens.count ? String(decoding: source[tokens[index].range], as: UTF8.self) : ""
  }

  /// Scans the members of one type, or of the file.
  ///
  /// - Returns: the index after the closing brace.
  private mutating func scan(
    from start: Int, names: [String], ofPublicProtocol: Bool = false
  ) -> Int {
    var index = start
    while index < tokens.count {
      let word = text(index)
      if word == "}" { return index + 1 }
      let isKeyword = tokens[index].kind == .keyword || word == "actor"
      if isKeyword, Self.types.contains(word) || Self.members.contains(word),
        let name = name(after: index)
      {
        // `class func` and `class var` declare what follows.
        if word == "class", Self.members.contains(name.text) {
          index += 1
          continue
        }
        index = declaration(
          from: index, name: name, in: names, isType: Self.types.contains(word),
          isRequired: ofPublicProtocol)
      } else if word == "{" || word == "(" || word == "[" {
        index = behindGroup(index)
      } else {
        index += 1
      }
    }
    return index
  }

  /// Returns the name that a keyword declares, and the index of its last token.
  private func name(after index: Int) -> (text: String, end: Int)? {
    let word = text(index)
    if word == "init" || word == "subscript" { return (word, index) }
    var end = index + 1
    guard end < tokens.count, tokens[end].kind != .newline else { return nil }
    var name = text(end)
    while text(end + 1) == ".", word == "extension" {
      name += "." + text(end + 2)
      end += 2
    }
    return (name, end)
  }

  private mutating func declaration(
    from start: Int, name: (text: String, end: Int), in names: [String], isType: Bool,
    isRequired: Bool
  ) -> Int {
    let place = found.count
    let path = names + [name.text]
    func declaration(_ bytes: Range<Int>) -> Declarations.Declaration {
      Declarations.Declaration(
        name: path.joined(separator: "."), labels: isType ? nil : labels(after: name.end),
        isPublic: isRequired || isPublic(start), bytes: bytes)
    }
    found.append(declaration(0..<0))
    var index = name.end + 1
    var end = name.end
    while index < tokens.count {
      let word = text(index)
      if tokens[index].kind == .newline {
        if !goesOn(after: index, last: text(end)) { break }
        index += 1
        continue
      }
      if word == "}" || word == ";" { break }
      if word == "{", isType {
        index = scan(
          from: index + 1, names: path,
          ofPublicProtocol: text(start) == "protocol" && isPublic(start))
        end = index - 1
        break
      }
      index = ["{", "(", "["].contains(word) ? behindGroup(index) : index + 1
      end = index - 1
    }
    let bytes = tokens[start].range.lowerBound..<tokens[min(end, tokens.count - 1)].range.upperBound
    found[place] = declaration(bytes)
    return max(index, start + 1)
  }

  /// Returns true when `public` or `open` is among the modifiers before a keyword.
  private func isPublic(_ keyword: Int) -> Bool {
    var index = keyword - 1
    while index >= 0, tokens[index].kind != .newline, !["{", "}", ";"].contains(text(index)) {
      if text(index) == "public" || text(index) == "open" { return true }
      index -= 1
    }
    return false
  }

  /// Returns the labels of the parameters behind a function's name; nil when there are none.
  private func labels(after name: Int) -> [String]? {
    var index = name + 1
    if text(index) == "<" {
      while index < tokens.count, text(index) != "(", text(index) != "{" { index += 1 }
    }
    guard text(index) == "(" else { return nil }
    var labels: [String] = []
    var isStart = true
    index += 1
    while index < tokens.count, text(index) != ")" {
      switch text(index) {
      case "(", "[", "{": index = behindGroup(index) - 1
      case ",": isStart = true
      case _ where isStart && [.newline, .attribute].contains(tokens[index].kind): break
      case let word where isStart:
        labels.append(word)
        isStart = false
      default: break
      }
      index += 1
    }
    return labels
  }

  /// Returns true when the next line belongs to the declaration.
  private func goesOn(after newline: Int, last: String) -> Bool {
    if ["=", ",", "->", ":", "&&", "||", "+", "-", "*"].contains(last) { return true }
    var index = newline
    while index < tokens.count, tokens[index].kind == .newline { index += 1 }
    return Self.continuations.contains(text(index))
  }

  /// Returns the index after the bracket that closes the one at an index.
  private func behindGroup(_ start: Int) -> Int {
    tokens.indexBehindGroup(at: start, text: text)
  }
}
