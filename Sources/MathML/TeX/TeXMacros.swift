/// An author's own commands, each with what it stands for.
///
/// A formula begins with these, and what it defines itself holds to its end. A macro may have the
/// name of any command and then replaces it.
public struct TeXMacros: Hashable, Sendable {
  /// What a macro stands for.
  struct Macro: Hashable, Sendable {
    /// The TeX, in which `#1` stands for the first argument and `##` for `#`.
    var body: [UInt8]
    /// The number of arguments, from 0 to 9.
    var parameters = 0
    /// The first argument where a use has none in brackets; nil when it has to be in braces.
    var defaultArgument: [UInt8]?
    /// True for another name of a command, whatever becomes of the command's own name.
    var isAlias = false
  }

  /// The macros by their names, without the backslash.
  var table: [String: Macro] = [:]

  /// No macros.
  public init() {}

  /// The names of all macros, without their backslash, sorted.
  public var names: [String] { table.keys.sorted() }

  /// A text that is equal for equal macros only.
  public var fingerprint: String {
    names.map { name in
      let macro = table[name]
      let optional = macro?.defaultArgument.map { String(decoding: $0, as: UTF8.self) } ?? "-"
      let body = String(decoding: macro?.body ?? [], as: UTF8.self)
      return "\(name) \(macro?.parameters ?? 0) \(macro?.isAlias ?? false) \(optional)\u{0}\(body)"
    }.joined(separator: "\u{0}\u{0}")
  }

  /// Adds the macros of a text of definitions: `\newcommand`, `\renewcommand`, `\providecommand`,
  /// `\def`, `\let` and `\DeclareMathOperator`, with comments.
  /// - Returns: all faults, in the order of the text; the sound definitions hold in spite of them.
  public mutating func read(_ definitions: String) -> [TeXFault] {
    var parser = TeXParser(definitions, macros: self)
    parser.definitions()
    self = parser.macros
    return parser.faults
  }

  /// Adds one macro, with as many arguments as its body mentions.
  /// - Parameters:
  ///   - name: the name, with or without the backslash
  ///   - body: the TeX, such as `\lVert #1 \rVert`
  /// - Returns: the faults, at their places in the body; one of the name is at 0 and has no length.
  public mutating func define(_ name: String, as body: String) -> [TeXFault] {
    let written = name.utf8.first == UInt8(ascii: "\\") ? name : "\\" + name
    let nameParser = TeXParser(written)
    guard let (word, end) = nameParser.commandName(), end == written.utf8.count else {
      return [TeXFault(kind: .wrongDefinition(name), offset: 0, length: 0)]
    }
    var parser = TeXParser(body)
    let count = parser.bytes.indices.reduce(0) { most, index in
      let next = index + 1 < parser.bytes.count ? parser.bytes[index + 1] : 0
      let isParameter =
        parser.bytes[index] == UInt8(ascii: "#") && parser.isDigit(next)
        && (index == 0 || parser.bytes[index - 1] != UInt8(ascii: "#"))
      return isParameter ? max(most, Int(next) - 0x30) : most
    }
    parser.checkBody(0..<parser.bytes.count, of: word, parameters: count)
    if parser.faults.isEmpty { table[word] = Macro(body: parser.bytes, parameters: count) }
    return parser.faults
  }
}
