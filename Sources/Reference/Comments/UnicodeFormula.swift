/// Turns formulas as comments write them, `θ ← θ − η·g/√v`, into TeX.
enum UnicodeFormula {
  /// Returns the lines of a formula as Markdown; nil for lines that are something else, such as code.
  ///
  /// A formula alone is a display, which pages break where it is too wide. Several stand on lines of a
  /// paragraph, with the words between them, for a table of them could not be broken.
  static func markdown(_ lines: [String]) -> String? {
    guard lines.contains(where: isFormula), !lines.contains(where: isCode) else { return nil }
    let rows = lines.filter { !$0.isEmpty }
    if rows.count == 1, !rows[0].contains("   "), !tex(rows[0]).contains("\\text") {
      return "$$\n\(tex(rows[0]))\n$$"
    }
    return rows.map(row).joined(separator: "\\\n")
  }

  private static func isFormula(_ line: String) -> Bool {
    line.unicodeScalars.contains { !$0.isASCII }
  }

  private static func isCode(_ line: String) -> Bool {
    line.hasPrefix("let ") || line.hasPrefix("var ") || line.contains("\"") || line.contains("//")
  }

  /// Sets a line. Behind a wide gap there is another formula, or a remark.
  private static func row(_ line: String) -> String {
    var parts: [String] = []
    var rest = line[...]
    while let gap = rest.ranges(of: "   ").first {
      parts.append(String(rest[..<gap.lowerBound]))
      rest = rest[gap.upperBound...].drop { $0 == " " }
    }
    parts.append(String(rest))
    return parts.enumerated().map { index, part in
      let words = part.split(separator: " ").filter { $0.count > 1 && $0.allSatisfy(\.isLetter) }
      if words.count > 2 { return index > 0 ? "(\(part))" : part }
      return isWord(part) ? part : pieces(tex(part))
    }.joined(separator: " ")
  }

  private static func isWord(_ part: String) -> Bool {
    part.count > 1 && part.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// Takes TeX apart into formulas and the words between them.
  private static func pieces(_ tex: String) -> String {
    var text = ""
    var rest = tex[...]
    func add(_ formula: Substring) {
      var inner = formula
      while inner.first == " " { inner.removeFirst() }
      let comma = inner.first == "," ? "," : ""
      inner = inner.drop { $0 == "," || $0 == " " }
      let end = inner.reversed().prefix { $0 == "," || $0 == " " }
      inner = inner.dropLast(end.count)
      if !comma.isEmpty { text += comma + " " }
      if !inner.isEmpty { text += "$\(inner)$" + (end.contains(",") ? "," : "") }
    }
    while let words = rest.firstMatch(of: /\\text\{ (.*?) \}/) {
      add(rest[..<words.range.lowerBound])
      text += (text.isEmpty ? "" : " ") + words.1 + " "
      rest = rest[words.range.upperBound...]
    }
    add(rest)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Sets a formula on one line.
  static func tex(_ formula: String) -> String {
    var scanner = FormulaScanner(formula)
    return scanner.tex()
  }
}

/// Walks through a formula sign by sign.
private struct FormulaScanner {
  private let signs: [Character]
  private var index = 0

  init(_ formula: String) { signs = Array(formula) }

  mutating func tex() -> String {
    var result = ""
    while index < signs.count { result += next() }
    return result
  }

  private mutating func next() -> String {
    let sign = signs[index]
    if sign == "√" { return root() }
    if let (mark, _) = Self.script(sign) { return scripts(mark) }
    if sign.isLetter { return word() }
    index += 1
    return Self.signs[sign] ?? String(sign)
  }

  /// A root takes the bracket or the sign behind it, with its index.
  private mutating func root() -> String {
    index += 1
    guard index < signs.count else { return "\\surd" }
    if signs[index] == "(" { return "\\sqrt{\(group().dropFirst().dropLast())}" }
    var inside = next()
    if signs.at(index) == "(" { inside += group() }
    while index < signs.count, let (mark, _) = Self.script(signs[index]) { inside += scripts(mark) }
    return "\\sqrt{\(inside)}"
  }

  /// Sets a bracket and all up to the one that closes it.
  private mutating func group() -> String {
    var (result, depth) = ("", 0)
    while let sign = signs.at(index) {
      depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
      result += next()
      if depth == 0 { break }
    }
    return result
  }

  private mutating func scripts(_ mark: Character) -> String {
    var inside = ""
    while index < signs.count, let (other, text) = Self.script(signs[index]), other == mark {
      inside += text
      index += 1
    }
    return "\(mark){\(inside)}"
  }

  /// Letters side by side are a product, unless they are a function or words.
  private mutating func word() -> String {
    let word = letters()
    if Self.functions.contains(word) { return "\\\(word) " }
    if Self.openings.contains(word) { return prose(from: word) }
    if word.count > 1, word.allSatisfy(\.isASCII), word.count > 2 || signs.at(index) == "(" {
      return "\\mathrm{\(word)}"
    }
    return word.map(Self.tex(of:)).joined()
  }

  private mutating func letters() -> String {
    let start = index
    while let sign = signs.at(index), sign.isLetter, Self.script(sign) == nil { index += 1 }
    return String(signs[start..<index])
  }

  /// Words of at least two letters follow each other until something else comes.
  private mutating func prose(from first: String) -> String {
    var words = first
    while signs.at(index) == " " {
      let before = index
      index += 1
      let word = letters()
      guard word.count > 1, word.allSatisfy(\.isASCII), signs.at(index) != "(" else {
        index = before
        break
      }
      words += " " + word
    }
    return "\\text{ \(words) }"
  }

  /// Sets a letter, which may carry a hat.
  private static func tex(of letter: Character) -> String {
    let scalars = Array(letter.unicodeScalars)
    if scalars.count == 2, scalars[1] == "\u{302}" {
      return "\\hat{\(tex(of: Character(scalars[0])))}"
    }
    return letters[letter] ?? String(letter)
  }

  /// The words with which prose begins within a formula.
  private static let openings: Set = ["or", "if", "for", "with", "else", "has", "after", "at"]
  private static let functions: Set = ["max", "min", "exp", "ln", "log", "sin", "cos", "tanh"]

  private static let signs: [Character: String] = [
    "←": "\\gets ", "−": "-", "·": "\\cdot ", "≤": "\\le ", "≥": "\\ge ", "≠": "\\ne ",
    "∞": "\\infty ", "Σ": "\\sum ", "∏": "\\prod ", "‖": "\\Vert ", "∈": "\\in ", "′": "'",
    "½": "\\tfrac{1}{2}", "¼": "\\tfrac{1}{4}", "×": "\\times ", "→": "\\to ", "⊙": "\\odot ",
    "…": "\\ldots ", "∇": "\\nabla ", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#",
    "&": "\\&", "_": "\\_", "∂": "\\partial ", "⌊": "\\lfloor ", "⌋": "\\rfloor ", "≈": "\\approx ",
  ]

  private static let letters: [Character: String] = [
    "Σ": "\\sum ", "Π": "\\prod ", "α": "\\alpha ", "β": "\\beta ", "γ": "\\gamma ",
    "δ": "\\delta ", "ε": "\\varepsilon ", "η": "\\eta ", "θ": "\\theta ", "κ": "\\kappa ",
    "λ": "\\lambda ", "μ": "\\mu ", "ν": "\\nu ", "π": "\\pi ", "ρ": "\\rho ", "σ": "\\sigma ",
    "τ": "\\tau ", "ψ": "\\psi ", "φ": "\\varphi ", "ω": "\\omega ", "Δ": "\\Delta ",
    "Λ": "\\Lambda ",
  ]

  /// Returns the mark of TeX and the sign for what Unicode has as a raised or lowered sign.
  private static func script(_ sign: Character) -> (Character, String)? {
    if let text = raised[sign] { return ("^", text) }
    if let text = lowered[sign] { return ("_", text) }
    return nil
  }

  private static let raised: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+", "ᵗ": "t", "ᵀ": "\\mathsf{T}", "ⁿ": "n", "ᵏ": "k", "ᵖ": "p",
    "ⁱ": "i",
  ]
  private static let lowered: [Character: String] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₊": "+", "₋": "-", "ₜ": "t", "ₖ": "k", "ᵢ": "i", "ⱼ": "j", "ₙ": "n", "ₘ": "m",
    "ₐ": "a", "ₓ": "x",
  ]
}

extension [Character] {
  fileprivate func at(_ index: Int) -> Character? { index < count ? self[index] : nil }
}
