import BookModel
import MathML

/// An error in a formula.
enum FormulaFault: Equatable {
  /// Its TeX is not understood.
  case tex(TeXFault.Kind)
  /// A word on the fence is not an option.
  case unknownOption(String)
  case missingID
  case wrongID(String, suggestion: String?)
  /// An experiment or another formula has the id.
  case duplicateID(String)
  /// A formula that begins with `$$` has no end.
  case unclosedDollars
}

extension FormulaFault {
  /// The finding, and what was expected.
  var message: String {
    switch self {
    case .tex(let kind): kind.message
    case .unknownOption(let word): "unknown option '\(word)' of a formula"
    case .missingID: "'id' has no value"
    case .wrongID(let id, _):
      "found the id '\(id)', expected small letters and digits with single hyphens between"
    case .duplicateID(let id): "the id '\(id)' is used twice"
    case .unclosedDollars: "the formula that begins here with '$$' is not closed"
    }
  }

  /// The next step.
  var hint: String {
    switch self {
    case .tex(let kind): kind.hint
    case .unknownOption(let word):
      word.utf8.elementsEqual("id".utf8) || NearMiss.word(near: word, among: ["id"]) != nil
        ? "did you mean 'id'?" : "a formula takes 'id=eq-name' and nothing else"
    case .missingID: "write for example 'math id=eq-update'"
    case .wrongID(_, let suggestion):
      suggestion.map { "write '\($0)'" } ?? "write for example 'eq-update'"
    case .duplicateID: "give each experiment and each formula of a chapter its own id"
    case .unclosedDollars: "write '$$' where it ends, without an empty line before it"
    }
  }
}

extension TeXFault.Kind {
  fileprivate var message: String {
    switch self {
    case .empty: "the formula is empty"
    case .tooLong(let size):
      "the formula has \(size) bytes; a formula has at most \(TeXFormula.maximumLength)"
    case .tooDeep: "the formula is nested deeper than \(TeXFormula.maximumDepth) levels"
    case .unknownCommand(let name, _): "unknown command '\\\(name)' in a formula"
    case .refusedCommand(let name, _): "'\\\(name)' has no place in a formula"
    case .unknownEnvironment(let name): "unknown environment '\(name)' in a formula"
    case .character(let text, _): "'\(text)' has no meaning in a formula"
    case .missingArgument(let command): "'\(command)' lacks what it acts on"
    case .wrongWord(let word, let command): "'\(word)' is nothing that '\(command)' understands"
    case .unclosed(let opener): "'\(opener)' is not closed in this formula"
    case .unopened(let closer): "'\(closer)' closes nothing that this formula has opened"
    case .wrongEnd(let name, let expected):
      "found '\\end{\(name)}', expected '\\end{\(expected)}'"
    case .wrongDelimiter(let text, let command):
      text.isEmpty
        ? "'\(command)' lacks its delimiter" : "'\(text)' is no delimiter; '\(command)' wants one"
    case .doubleScript(let mark): "a second '\(mark)' on the same base"
    case .misplaced(let text): "'\(text)' has no meaning here"
    case .tooManyCells(let limit):
      "the row has more cells than there are columns, which are \(limit)"
    case .wrongDefinition(let text): "'\(text)' defines nothing"
    case .wrongParameter(let text, let name): "'\(text)' is no parameter of '\\\(name)'"
    case .endlessMacro(let name): "the macro '\\\(name)' calls itself"
    case .expandsTooMuch(let name):
      "the macro '\\\(name)' takes too many steps or becomes too long"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .empty: "write TeX, such as '\\eta \\nabla f(x)'"
    case .tooLong: "split it into several formulas"
    case .tooDeep: "take groups out of one another"
    case .unknownCommand(let name, let macros):
      NearMiss.word(near: name, among: macros + TeXFormula.commandNames).map {
        "did you mean '\\\($0)'?"
      }
        ?? "write '\\operatorname{…}' for the name of a function, '\\text{…}' for words"
    case .refusedCommand(_, let instead): instead
    case .unknownEnvironment(let name):
      NearMiss.question(name, among: TeXFormula.environmentNames)
        ?? "the environments are \(TeXFormula.environmentNames.joined(separator: ", "))"
    case .character(_, let instead):
      instead.map { "write '\($0)'" } ?? "write a command for it, or '\\text{…}'"
    case .missingArgument(let command):
      [
        "\\frac", "\\dfrac", "\\tfrac", "\\cfrac", "\\binom", "\\overset", "\\underset",
        "\\stackrel",
      ]
      .contains(command)
        ? "write for example '\(command){a}{b}'" : "write for example '\(command){x}'"
    case .wrongWord: "write a plain word or a length such as '1em' in the braces, without commands"
    case .unclosed("\\left"): "write '\\right)' or '\\right.' where it ends"
    case .unclosed: "close it in the same formula"
    case .unopened("$"): "remove it; for the sign write '\\$'"
    case .unopened: "remove it, or open it in the same formula"
    case .wrongEnd(_, let expected): "write '\\end{\(expected)}'"
    case .wrongDelimiter: "the delimiters are ( ) [ ] \\{ \\} | \\| < > \\lfloor \\rceil … and '.'"
    case .doubleScript: "put the two into one pair of braces, or the base into braces of its own"
    case .misplaced("&"), .misplaced("\\\\"):
      "write it between '\\begin{aligned}' and '\\end{aligned}'"
    case .misplaced("\\limits"), .misplaced("\\nolimits"): "write it directly after an operator"
    case .misplaced("\\tag"), .misplaced("\\label"):
      "a formula has one number: give each line a fence of its own"
    case .misplaced("\\hline"): "write it where a row of an array begins"
    case .misplaced: "remove it"
    case .wrongDefinition, .wrongParameter:
      "write for example '\\newcommand{\\norm}[1]{\\lVert #1 \\rVert}'"
    case .endlessMacro: "write out the command that it is to stand for"
    case .expandsTooMuch: "write the formula with fewer macros inside macros"
    case .tooManyCells: "announce more columns, as in '\\begin{array}{lll}'"
    }
  }
}
