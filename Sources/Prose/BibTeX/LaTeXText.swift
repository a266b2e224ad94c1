/// Converts the LaTeX in bibliographies to plain text: accents, dashes, quotes, braces.
enum LaTeXText {
  struct UnknownCommand: Error, Equatable {
    let command: String
  }

  /// Returns the plain text, or the first unknown command.
  ///
  /// - Parameters:
  ///   - latex: the LaTeX.
  ///   - isName: true to replace the spaces of a text that is all in braces with no-break spaces.
  static func plain(_ latex: String, isName: Bool = false) -> Result<String, UnknownCommand> {
    var reader = LaTeXReader(latex, isName: isName)
    do throws(UnknownCommand) {
      return .success(try reader.read())
    } catch {
      return .failure(error)
    }
  }
}

/// Converts LaTeX scalar by scalar.
private struct LaTeXReader {
  private var rest: Substring.UnicodeScalarView
  private var text = String.UnicodeScalarView()

  private let isGroup: Bool

  init(_ latex: String, isName: Bool) {
    rest = Substring(latex).unicodeScalars
    isGroup =
      isName && rest.first == "{" && rest.last == "}" && !rest.dropFirst().contains("{")
  }

  mutating func read() throws(LaTeXText.UnknownCommand) -> String {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{", "}", "$": break
      case "~": text.append("\u{A0}")
      case "-": dash()
      case "`": text.append(takes("`") ? "“" : "‘")
      case "'": text.append(takes("'") ? "”" : "’")
      case " ", "\t", "\n", "\r": if text.last != " " { text.append(isGroup ? "\u{A0}" : " ") }
      case "\\": try command()
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func dash() {
    guard takes("-") else { return text.append("-") }
    text.append(takes("-") ? "—" : "–")
  }

  private mutating func command() throws(LaTeXText.UnknownCommand) {
    guard let first = rest.popFirst() else { return }
    var name = String(first)
    if Self.isLetter(first) {
      while let next = rest.first, Self.isLetter(next) {
        name.unicodeScalars.append(next)
        rest.removeFirst()
      }
      while rest.first == " " { rest.removeFirst() }
    }
    if let symbol = LaTeXSymbols.symbols[name] {
      text.append(contentsOf: symbol.unicodeScalars)
    } else if let accent = LaTeXSymbols.accents[name] {
      try self.accent(accent)
    } else if !LaTeXSymbols.silent.contains(name) {
      throw LaTeXText.UnknownCommand(command: "\\" + name)
    }
  }

  /// Adds a combining accent to the next letter, as one composed character if there is one.
  private mutating func accent(_ mark: Unicode.Scalar) throws(LaTeXText.UnknownCommand) {
    while rest.first == "{" || rest.first == " " { rest.removeFirst() }
    guard var letter = rest.popFirst() else { return }
    if letter == "\\" {
      // Accents are put on a dotless i, whose composed characters are those of the ordinary i.
      guard let name = rest.popFirst(), name == "i" || name == "j" else {
        throw LaTeXText.UnknownCommand(command: "\\" + (rest.first.map(String.init) ?? ""))
      }
      letter = name
    }
    if let composed = LaTeXSymbols.composed(letter, mark) {
      text.append(composed)
    } else {
      text.append(letter)
      text.append(mark)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

/// The LaTeX commands for characters.
enum LaTeXSymbols {
  /// The commands for a text.
  static let symbols = [
    "&": "&", "%": "%", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}", " ": " ", ",": "\u{202F}",
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—",
    "dots": "…", "ldots": "…", "dh": "ð", "th": "þ", "TeX": "TeX", "LaTeX": "LaTeX",
    "textquoteright": "’", "textquoteleft": "‘", "ell": "ℓ", "infty": "∞", "times": "×",
    "alpha": "α", "beta": "β", "gamma": "γ", "epsilon": "ε", "varepsilon": "ε", "lambda": "λ",
    "mu": "μ", "eta": "η", "kappa": "κ", "sigma": "σ",
  ]

  /// The commands for an accent on the next letter, with the combining characters.
  static let accents: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
  ]

  /// The commands that affect only the appearance.
  static let silent: Set<String> = [
    "emph", "textit", "textbf", "textrm", "texttt", "textsc", "textsf", "mathrm", "mathcal", "it",
    "bf", "em", "rm", "tt", "sc", "url", "-", "/", "!", "relax", "protect",
  ]

  /// The letters that combine with each accent, each followed by the composed character.
  private static let table: [Unicode.Scalar: String] = [
    "\u{300}": "aàeèiìoòuùnǹAÀEÈIÌOÒUÙ",
    "\u{301}": "aáeéiíoóuúyýcćnńsśzźlĺrŕAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ",
    "\u{302}": "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛ",
    "\u{303}": "aãnñoõiĩuũAÃNÑOÕ",
    "\u{304}": "aāeēiīoōuūAĀEĒIĪOŌUŪ",
    "\u{306}": "aăeĕgğiĭoŏuŭAĂGĞ",
    "\u{307}": "cċeėgġzżIİCĊEĖGĠZŻ",
    "\u{308}": "aäeëiïoöuüyÿAÄEËIÏOÖUÜ",
    "\u{30A}": "aåuůAÅUŮ",
    "\u{30B}": "oőuűOŐUŰ",
    "\u{30C}": "cčdďeěnňrřsštťzžgǧCČDĎEĚNŇRŘSŠTŤZŽ",
    "\u{327}": "cçsştţgģkķlļnņCÇSŞTŢ",
    "\u{328}": "aąeęiįuųAĄEĘ",
  ]

  /// Returns a letter with an accent as one character; nil when there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let scalars = table[mark].map({ Array($0.unicodeScalars) }) else { return nil }
    let index = stride(from: 0, to: scalars.count - 1, by: 2).first { scalars[$0] == letter }
    return index.map { scalars[$0 + 1] }
  }
}
