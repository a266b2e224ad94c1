/// Visits the types of a Swift source and their members, but not bodies.
struct InterfaceWalk {
  private static let types: Set<String> = [
    "struct", "class", "enum", "extension", "protocol", "actor",
  ]
  private static let callables: Set<String> = ["func", "init", "subscript"]
  /// The words that can follow `class` as a modifier.
  private static let members: Set<String> = ["func", "var", "subscript", "override", "final"]
  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "open", "static", "final", "class",
    "mutating", "nonmutating", "override", "convenience", "required", "nonisolated", "prefix",
    "postfix", "infix", "consuming", "borrowing", "lazy", "indirect",
  ]
  private static let accessors: Set<String> = ["get", "set"]
  /// The attributes that already determine how a body is exported.
  private static let decided: Set<String> = [
    "@inlinable", "@usableFromInline", "@export", "@_extern", "@_cdecl", "@_transparent",
    "@_alwaysEmitIntoClient", "@_expose", "__always",
  ]

  /// The types without generic parameters, whose extensions are concrete.
  let concreteTypes: Set<String>
  /// The texts to insert with their positions in bytes, in order.
  private(set) var insertions: [(offset: Int, text: String)] = []
  /// The names of structures, classes and enumerations without generic parameters, unqualified.
  private(set) var declaredTypes: Set<String> = []
  /// The names of types with generic parameters, and of protocols.
  private(set) var genericTypes: Set<String> = []

  private let tokens: [SwiftToken]
  private let texts: [String]

  init(_ source: String, concreteTypes: Set<String>) {
    let bytes = Array(source.utf8)
    self.concreteTypes = concreteTypes
    tokens = SwiftLexer.tokens(in: source).filter { $0.kind != .whitespace && $0.kind != .comment }
    texts = tokens.map { $0.text(in: bytes) }
  }

  /// Visits the whole file.
  mutating func walk() { _ = walkMembers(from: 0, isConcrete: true) }

  private func text(_ index: Int) -> String { index < texts.count ? texts[index] : "" }

  /// - Returns: the index after the brace that closes the members
  private mutating func walkMembers(from start: Int, isConcrete: Bool) -> Int {
    var index = start
    var head: Int?
    while index < tokens.count, text(index) != "}" {
      let word = text(index)
      if let end = walkDeclaration(at: index, head: head ?? index, isConcrete) {
        index = end
        head = nil
      } else if ["(", "[", "{"].contains(word) {
        index = behindGroup(index)
      } else {
        let isHead = tokens[index].kind == .attribute || Self.modifiers.contains(word)
        if isHead { head = head ?? index } else if tokens[index].kind != .newline { head = nil }
        index += 1
      }
    }
    return index + 1
  }

  /// - Returns: the index after the declaration; nil when none begins here
  private mutating func walkDeclaration(at index: Int, head: Int, _ isConcrete: Bool) -> Int? {
    let word = text(index)
    if tokens[index].kind != .keyword && word != "actor" { return nil }
    if Self.types.contains(word), !Self.members.contains(text(index + 1)) {
      return walkType(at: index, isConcrete)
    }
    let isCallable = Self.callables.contains(word)
    guard isCallable || word == "var" else { return nil }
    let name = word == "func" || word == "var" ? index + 1 : index
    let end = endOfSignature(from: name + 1, isCallable: isCallable)
    guard text(end) == "{" else { return end }
    let signature = texts[name..<end]
    let isGeneric =
      text(name + 1).hasPrefix("<") || signature.contains("some") || signature.contains("where")
    if isConcrete, !isGeneric, Self.decided.isDisjoint(with: texts[head..<index]) {
      mark(head: head, body: end, isFunction: isCallable && word != "subscript")
    }
    return behindGroup(end)
  }

  private mutating func walkType(at index: Int, _ isConcrete: Bool) -> Int {
    var name = min(index + 1, tokens.count)
    while text(name + 1) == "." { name += 2 }
    var body = min(name + 1, tokens.count)
    while body < tokens.count, text(body) != "{" { body += 1 }
    let isGeneric = text(name + 1).hasPrefix("<") || texts[name..<body].contains("where")
    switch text(index) {
    case "extension":
      let isConcrete = isConcrete && !isGeneric && concreteTypes.contains(text(name))
      return walkMembers(from: body + 1, isConcrete: isConcrete)
    case "protocol":
      genericTypes.insert(text(name))
      return behindGroup(body)
    default:
      if isGeneric { genericTypes.insert(text(name)) } else { declaredTypes.insert(text(name)) }
      return walkMembers(from: body + 1, isConcrete: isConcrete && !isGeneric)
    }
  }

  /// Marks a function itself, and each accessor of a property. Stored properties are not marked.
  private mutating func mark(head: Int, body: Int, isFunction: Bool) {
    if isFunction {
      mark(head)
    } else if let accessors = accessors(in: body) {
      for accessor in accessors { mark(accessor) }
    } else {
      markGetter(in: body)
    }
  }

  private mutating func mark(_ head: Int) {
    insertions.append((tokens[head].range.lowerBound, ExportedInterfaces.attribute))
  }

  /// Wraps the body of a property in a marked getter: the compiler ignores the attribute on the
  /// property.
  private mutating func markGetter(in body: Int) {
    let end = behindGroup(body) - 1
    guard end > body, text(end) == "}" else { return }
    insertions.append(
      (tokens[body].range.upperBound, " " + ExportedInterfaces.attribute + "get {"))
    insertions.append((tokens[end].range.lowerBound, "} "))
  }

  /// Returns the starts of the accessors to mark; nil when the braces contain a getter's body
  /// instead.
  private func accessors(in body: Int) -> [Int]? {
    var found: [Int]?
    var head: Int?
    var index = body + 1
    while index < tokens.count, text(index) != "}" {
      let word = text(index)
      if word == "willSet" || word == "didSet" { return [] }
      if Self.accessors.contains(word) {
        let start = head ?? index
        let isDecided = !Self.decided.isDisjoint(with: texts[start..<index])
        found = (found ?? []) + (isDecided ? [] : [start])
        while index < tokens.count, text(index) != "{" { index += 1 }
        index = behindGroup(index)
        head = nil
      } else if tokens[index].kind == .newline {
        index += 1
      } else if tokens[index].kind == .attribute || Self.modifiers.contains(word) {
        head = head ?? index
        index += 1
      } else if text(index) == "(", head != nil {
        index = behindGroup(index)
      } else {
        return found
      }
    }
    return found
  }

  /// Returns the index of the brace that opens the body, or of the end of a declaration without a
  /// body.
  private func endOfSignature(from start: Int, isCallable: Bool) -> Int {
    var index = start
    while index < tokens.count {
      switch text(index) {
      case "{", "}": return index
      case "=" where !isCallable: return index
      case "(", "[": index = behindGroup(index)
      default:
        if tokens[index].kind == .newline, !goesOn(after: index) { return index }
        index += 1
      }
    }
    return index
  }

  /// Returns true when the next line belongs to the signature.
  private func goesOn(after newline: Int) -> Bool {
    if ["->", ":"].contains(text(newline - 1)) { return true }
    var index = newline
    while index < tokens.count, tokens[index].kind == .newline { index += 1 }
    return ["where", "throws", "async", "rethrows", "->", "{"].contains(text(index))
  }

  /// Returns the index after the bracket that closes the one at an index.
  private func behindGroup(_ start: Int) -> Int {
    tokens.indexBehindGroup(at: start, text: text)
  }
}
