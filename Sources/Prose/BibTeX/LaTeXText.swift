import BookModel
import MathML

/// Text read from the LaTeX of a bibliography, with the commands in it that are not understood.
struct LaTeXText {
  /// A command or a formula that is left out.
  struct Fault: Equatable {
    /// The command, or what is wrong with a formula.
    let kind: Kind
    /// Its first byte within the LaTeX.
    let offset: Int

    /// What is not understood.
    enum Kind: Equatable {
      case command(String)
      case formula(String)
    }
  }

  /// The text, in which commands that are not understood are missing.
  let text: FormattedText
  /// Those commands, each once.
  let faults: [Fault]

  /// Reads LaTeX: accents, symbols, dashes, quotes, looks, addresses and formulas.
  init(_ latex: String) { self.init(latex, hasFormulas: true) }

  fileprivate init(_ latex: String, hasFormulas: Bool) {
    var reader = LaTeXReader(latex, hasFormulas: hasFormulas)
    reader.read()
    (text, faults) = (reader.text.trimmed, reader.faults)
  }

  /// The characters alone.
  var plain: String { text.plain }

  /// Returns an address or an identifier, in which LaTeX only escapes characters.
  static func verbatim(_ latex: String) -> String {
    var reader = LaTeXReader(latex)
    return reader.readVerbatim()
  }
}

/// Converts LaTeX scalar by scalar. Groups are a list, so that deep nesting costs no stack.
private struct LaTeXReader {
  /// What the closing brace of a group ends.
  private struct Group {
    let style: FormattedText.Style
    let address: String?
    var isQuote = false
    /// The number of accents that wait for a letter where the group begins.
    let accents: Int
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var groups: [Group] = []
  private var style: FormattedText.Style = []
  private var address: String?
  private var quoteDepth = 0
  /// The accents that wait for a letter, the outermost first.
  private var accents: [Unicode.Scalar] = []
  private var reported: Set<String> = []
  private(set) var text = FormattedText()
  private(set) var faults: [LaTeXText.Fault] = []
  /// The run that is being read.
  private var run = String.UnicodeScalarView()

  /// False within what is left of a formula.
  private let hasFormulas: Bool

  init(_ latex: String, hasFormulas: Bool = true) {
    scalars = Array(latex.unicodeScalars)
    self.hasFormulas = hasFormulas
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func read() {
    while let scalar = next {
      index += 1
      switch scalar {
      case "{": open()
      case "}": close()
      case "$": formula(from: index - 1)
      case "~": emit("\u{A0}")
      case "-" where !style.contains(.code): dash()
      case "`" where !style.contains(.code): emit(takes("`") ? "“" : "‘")
      case "'" where !style.contains(.code): emit(takes("'") ? "”" : "’")
      case "?", "!": if takes("`") { emit(scalar == "?" ? "¿" : "¡") } else { emit(scalar) }
      case " ", "\t", "\n", "\r": space()
      case "\\": command(from: index - 1)
      default: emit(scalar)
      }
    }
    endRun()
  }

  /// Returns the text with escaped characters and without `\url` and braces around it.
  mutating func readVerbatim() -> String {
    while let scalar = next {
      index += 1
      switch scalar {
      case "{", "}", " ", "\t", "\n", "\r": break
      case "\\":
        let name = commandName()
        let isSymbol = name.unicodeScalars.count == 1 && !Self.isLetter(name.unicodeScalars.first)
        if isSymbol || LaTeXCommands.texts[name] != nil {
          run.append(contentsOf: (isSymbol ? name : LaTeXCommands.texts[name] ?? "").unicodeScalars)
        }
      default: run.append(scalar)
      }
    }
    return String(run)
  }

  // MARK: Characters

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    var letter = scalar
    var marks: [Unicode.Scalar] = []
    for accent in accents.reversed() {
      if marks.isEmpty, let composed = LaTeXAccents.composed(letter, accent) {
        letter = composed
      } else {
        marks.append(accent)
      }
    }
    accents = []
    run.append(letter)
    run.append(contentsOf: marks)
  }

  private mutating func space() {
    if !accents.isEmpty { return }
    let last = run.last ?? text.runs.last?.text.unicodeScalars.last
    if last != " " { run.append(" ") }
  }

  private mutating func dash() {
    guard takes("-") else { return emit("-") }
    emit(takes("-") ? "—" : "–")
  }

  private mutating func endRun() {
    text.append(.init(String(run), style: style, address: address))
    run = .init()
  }

  private mutating func setStyle(_ new: FormattedText.Style, address newAddress: String?) {
    guard new != style || newAddress != address else { return }
    endRun()
    (style, address) = (new, newAddress)
  }

  // MARK: Groups

  private mutating func open(
    style new: FormattedText.Style? = nil, address newAddress: String? = nil, isQuote: Bool = false
  ) {
    groups.append(
      Group(style: style, address: address, isQuote: isQuote, accents: accents.count))
    setStyle(new ?? style, address: newAddress ?? address)
  }

  private mutating func close() {
    guard let group = groups.popLast() else { return }
    if group.isQuote { quote(isOpening: false) }
    setStyle(group.style, address: group.address)
    // An accent on an empty group stands alone.
    if accents.count >= group.accents, let mark = accents.first {
      accents = []
      if let alone = LaTeXAccents.alone[mark] { emit(alone) }
    }
  }

  private mutating func quote(isOpening: Bool) {
    if !isOpening { quoteDepth -= 1 }
    let isOuter = quoteDepth.isMultiple(of: 2)
    emit(isOpening ? (isOuter ? "“" : "‘") : (isOuter ? "”" : "’"))
    if isOpening { quoteDepth += 1 }
  }

  /// Reads the text between braces without looking into it; nil when no group begins here.
  private mutating func rawGroup() -> ArraySlice<Unicode.Scalar>? {
    skipSpace()
    guard next == "{" else { return nil }
    var depth = 0
    let start = index
    while let scalar = next {
      index += 1
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth == 0 { return scalars[(start + 1)..<(index - 1)] }
    }
    return scalars[(start + 1)...]
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar.value <= 0x20 { index += 1 }
  }

  // MARK: Commands

  private mutating func commandName() -> String {
    guard let first = next else { return "" }
    index += 1
    var name = String(first)
    guard Self.isLetter(first) else { return name }
    while let letter = next, Self.isLetter(letter) {
      name.unicodeScalars.append(letter)
      index += 1
    }
    return name
  }

  private mutating func command(from start: Int) {
    let name = commandName()
    if Self.isLetter(name.unicodeScalars.first) {
      _ = takes("*")
      skipSpace()
    }
    if hasFormulas, name == "(" || name == "ensuremath" {
      return formula(from: start, isArgument: name == "ensuremath")
    }
    if let mark = LaTeXAccents.marks[name] {
      skipSpace()
      accents.append(mark)
    } else if let symbol = LaTeXCommands.texts[name] {
      for scalar in symbol.unicodeScalars {
        if scalar == " " { space() } else { emit(scalar) }
      }
    } else if let look = LaTeXCommands.styles[name] {
      if takes("{") { open(style: style.symmetricDifference(look)) }
    } else if let look = LaTeXCommands.declarations[name] {
      setStyle(look.isEmpty ? [] : style.union(look), address: address)
    } else if LaTeXCommands.quotes.contains(name) {
      if takes("{") {
        quote(isOpening: true)
        open(isQuote: true)
      }
    } else if name == "url" || name == "href" {
      link(isNamed: name == "href")
    } else if LaTeXCommands.hiding.contains(name) {
      _ = rawGroup()
    } else if !LaTeXCommands.silent.contains(name), !name.isEmpty {
      report(.command("\\" + name), "\\" + name, at: start)
    }
  }

  private mutating func link(isNamed: Bool) {
    guard let raw = rawGroup() else { return }
    let target = LaTeXText.verbatim(String(String.UnicodeScalarView(raw)))
    if isNamed {
      skipSpace()
      if takes("{") { open(address: target) }
    } else {
      endRun()
      text.append(.init(target, style: style, address: target))
    }
  }

  private mutating func report(_ kind: LaTeXText.Fault.Kind, _ name: String, at place: Int) {
    guard reported.insert(name).inserted else { return }
    let offset = scalars[..<place].reduce(0) { $0 + UTF8.width($1) }
    faults.append(.init(kind: kind, offset: offset))
  }

  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  // MARK: Formulas

  /// Reads a formula whose opening has been read. A dollar sign that nothing closes is one.
  private mutating func formula(from start: Int, isArgument: Bool = false) {
    let rest = index
    guard let tex = isArgument ? rawGroup() : formulaText(isDollar: scalars[start] == "$") else {
      index = rest
      if scalars[start] == "$" { emit("$") }
      return
    }
    let source = String(String.UnicodeScalarView(tex))
    let formula = TeXFormula(source, style: .inline)
    if formula.faults.isEmpty {
      endRun()
      accents = []
      text.append(.init(formula.visibleText, style: style, tex: source, address: address))
      return
    }
    if tex.allSatisfy({ $0.value <= 0x20 }) { return }
    // What is left when the signs and names of mathematics are taken away.
    report(.formula(source), "$" + source, at: start)
    let plain = LaTeXText(source.filter { !"$^_".contains($0) }, hasFormulas: false)
    endRun()
    text += plain.text
  }

  private mutating func formulaText(isDollar: Bool) -> ArraySlice<Unicode.Scalar>? {
    let isDouble = isDollar && takes("$")
    let start = index
    while let scalar = next {
      index += 1
      switch scalar {
      case "$" where isDollar:
        let end = index - 1
        if !isDouble || takes("$") { return scalars[start..<end] }
      case "\\":
        if !isDollar, next == ")" {
          index += 1
          return scalars[start..<(index - 2)]
        }
        index += 1
      default: break
      }
    }
    return nil
  }
}

extension UTF8 {
  /// Returns the number of bytes of a scalar.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
