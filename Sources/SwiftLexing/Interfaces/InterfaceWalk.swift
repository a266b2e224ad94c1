/// Goes through the types of a Swift source and their members, but not into bodies.
struct InterfaceWalk {
  private static let types: Set<String> = [
    "struct", "class", "enum", "extension", "protocol", "actor",
  ]
  private static let callables: Set<String> = ["func", "init", "subscript"]
  /// What a member that belongs to a class may declare.
  private static let members: Set<String> = ["func", "var", "subscript", "override", "final"]
  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "open", "static", "final", "class",
    "mutating", "nonmutating", "override", "convenience", "required", "nonisolated", "prefix",
    "postfix", "infix", "consuming", "borrowing", "lazy", "indirect",
  ]
  private static let accessors: Set<String> = ["get", "set"]
  /// With one of these it has been said already how a body is exported.
  private static let decided: Set<String> = [
    "@inlinable", "@usableFromInline", "@export", "@_extern", "@_cdecl", "@_transparent",
    "@_alwaysEmitIntoClient", "@_expose", "__always",
  ]

  /// Types without parameters, which extensions may extend.
  let concreteTypes: Set<String>
  /// What belongs where, in bytes, from the front to the back.
  private(set) var insertions: [(offset: Int, text: String)] = []
  /// The names of structures, classes and enumerations without parameters, without their outer types.
  private(set) var declaredTypes: Set<String> = []
  /// The names of those with parameters, and of protocols.
  private(set) var genericTypes: Set<String> = []

  private let tokens: [SwiftToken]
  private let texts: [String]

  init(_ source: String, concreteTypes: Set<String>) {
    let bytes = Array(source.utf8)
    self.concreteTypes = concreteTypes
    tokens = SwiftLexer.tokens(in: source).filter { $0.kind != .whitespace && $0.kind != .comment }
    texts = tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Goes through the file.
  mutating func walk() { _ = walkMembers(from: 0, isConcrete: true) }

  private func text(_ index: Int) -> String { index < texts.count ? texts[index] : "" }

  /// - Returns: the index behind the brace that closes the members
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

  /// - Returns: the index behind the declaration; nil when none begins here
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

  /// A function carries the attribute itself; of a property each accessor does. What is stored carries
  /// none.
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

  /// Names the getter that a property's body is: the compiler takes no notice of the attribute at the
  /// property.
  private mutating func markGetter(in body: Int) {
    let end = behindGroup(body) - 1
    guard end > body, text(end) == "}" else { return }
    insertions.append(
      (tokens[body].range.upperBound, " " + ExportedInterfaces.attribute + "get {"))
    insertions.append((tokens[end].range.lowerBound, "} "))
  }

  /// The heads of the accessors that are to be marked; nil when the braces hold none, but a
  /// getter's body.
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

  /// The index of the brace that opens the body, or of what ends a declaration without a body.
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

  /// Whether the next line belongs to the signature.
  private func goesOn(after newline: Int) -> Bool {
    if ["->", ":"].contains(text(newline - 1)) { return true }
    var index = newline
    while index < tokens.count, tokens[index].kind == .newline { index += 1 }
    return ["where", "throws", "async", "rethrows", "->", "{"].contains(text(index))
  }

  /// The index behind the bracket that closes the one at an index.
  private func behindGroup(_ start: Int) -> Int {
    tokens.indexBehindGroup(at: start, text: text)
  }
}
