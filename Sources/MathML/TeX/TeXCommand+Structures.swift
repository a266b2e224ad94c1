/// The commands that take arguments or affect their surroundings, and the refused ones.
extension TeXCommand {
  /// All of these commands by their names.
  static let structures: [String: TeXCommand] = forms.merging(refusals) { form, _ in form }

  private static let forms: [String: TeXCommand] = [
    // Alphabets.
    "mathrm": .font(.upright), "mathit": .font(.italic), "mathbf": .font(.bold),
    "mathbb": .font(.blackboard), "mathcal": .font(.calligraphic), "mathscr": .font(.calligraphic),
    "mathfrak": .font(.fraktur), "mathsf": .font(.sansSerif), "mathtt": .font(.typewriter),
    "mathnormal": .font(.italic), "boldsymbol": .font(.boldItalic), "bm": .font(.boldItalic),
    "pmb": .font(.boldItalic), "mathbbm": .font(.blackboard), "mathds": .font(.blackboard),
    "rm": .fontSwitch(.upright), "it": .fontSwitch(.italic), "bf": .fontSwitch(.bold),
    "cal": .fontSwitch(.calligraphic), "sf": .fontSwitch(.sansSerif),
    "tt": .fontSwitch(.typewriter),
    // Words.
    "text": .text(.upright), "textrm": .text(.upright), "mbox": .text(.upright),
    "textnormal": .text(.upright), "textbf": .text(.bold), "textit": .text(.italic),
    "textup": .text(.upright), "hbox": .text(.upright), "textsf": .text(.sansSerif),
    "texttt": .text(.typewriter),
    // Fractions, roots and classes.
    "frac": .fraction(isDisplay: nil, hasLine: true),
    "dfrac": .fraction(isDisplay: true, hasLine: true),
    "tfrac": .fraction(isDisplay: false, hasLine: true),
    "cfrac": .fraction(isDisplay: true, hasLine: true),
    "binom": .fraction(isDisplay: nil, hasLine: false),
    "dbinom": .fraction(isDisplay: true, hasLine: false),
    "tbinom": .fraction(isDisplay: false, hasLine: false),
    "over": .between(hasLine: true), "choose": .between(hasLine: false),
    "sqrt": .structure(.root),
    "mathop": .classed(.largeOperator), "mathbin": .classed(.binary),
    "mathrel": .classed(.relation),
    "mathopen": .classed(.opening), "mathclose": .classed(.closing),
    "mathpunct": .classed(.punctuation), "mathord": .classed(.ordinary),
    "mathinner": .classed(.ordinary),
    // Marks that stretch over their base.
    "widehat": .accent(MathAccent(mark: "^", stretches: true)),
    "widetilde": .accent(MathAccent(mark: "~", stretches: true)),
    "overline": .accent(MathAccent(mark: "‾", stretches: true)),
    "underline": .accent(MathAccent(mark: "_", isBelow: true, stretches: true)),
    "overbrace": .accent(MathAccent(mark: "⏞", stretches: true, takesLimits: true)),
    "underbrace": .accent(MathAccent(mark: "⏟", isBelow: true, stretches: true, takesLimits: true)),
    "overbracket": .accent(MathAccent(mark: "⎴", stretches: true, takesLimits: true)),
    "underbracket": .accent(
      MathAccent(mark: "⎵", isBelow: true, stretches: true, takesLimits: true)),
    "overrightarrow": .accent(MathAccent(mark: "→", stretches: true)),
    "overleftarrow": .accent(MathAccent(mark: "←", stretches: true)),
    "overleftrightarrow": .accent(MathAccent(mark: "↔", stretches: true)),
    "underrightarrow": .accent(MathAccent(mark: "→", isBelow: true, stretches: true)),
    "underleftarrow": .accent(MathAccent(mark: "←", isBelow: true, stretches: true)),
    // Delimiters.
    "left": .structure(.left), "right": .structure(.right), "middle": .structure(.middle),
    "big": .sized(height: "1.2em", .ordinary), "Big": .sized(height: "1.8em", .ordinary),
    "bigg": .sized(height: "2.4em", .ordinary), "Bigg": .sized(height: "3em", .ordinary),
    "bigl": .sized(height: "1.2em", .opening), "Bigl": .sized(height: "1.8em", .opening),
    "biggl": .sized(height: "2.4em", .opening), "Biggl": .sized(height: "3em", .opening),
    "bigr": .sized(height: "1.2em", .closing), "Bigr": .sized(height: "1.8em", .closing),
    "biggr": .sized(height: "2.4em", .closing), "Biggr": .sized(height: "3em", .closing),
    "bigm": .sized(height: "1.2em", .relation), "Bigm": .sized(height: "1.8em", .relation),
    "biggm": .sized(height: "2.4em", .relation), "Biggm": .sized(height: "3em", .relation),
    // Style, phantoms, stacks.
    "displaystyle": .style(isDisplay: true, level: 0),
    "textstyle": .style(isDisplay: false, level: 0),
    "scriptstyle": .style(isDisplay: false, level: 1),
    "scriptscriptstyle": .style(isDisplay: false, level: 2),
    "phantom": .phantom(.all), "hphantom": .phantom(.width), "vphantom": .phantom(.height),
    "substack": .structure(.substack), "stackrel": .structure(.stackrel),
    "overset": .structure(.overset), "underset": .structure(.underset),
    "operatorname": .structure(.operatorName), "operatorname*": .structure(.operatorName),
    "limits": .structure(.limits),
    "nolimits": .structure(.noLimits), "not": .structure(.not),
    "bmod": .symbol(MathSymbol(text: "mod", atomClass: .binary)),
    "pmod": .structure(.modulo), "mod": .structure(.modulo), "pod": .structure(.modulo),
    "hspace": .structure(.horizontalSpace), "hspace*": .structure(.horizontalSpace),
    "mspace": .structure(.horizontalSpace), "mkern": .structure(.horizontalSpace),
    "kern": .structure(.horizontalSpace), "hskip": .structure(.horizontalSpace),
    // Environments, rows, numbers.
    "begin": .structure(.begin), "end": .structure(.end), "\\": .structure(.newRow),
    "cr": .structure(.newRow), "tag": .structure(.tag), "label": .structure(.label),
    "nonumber": .structure(.noNumber), "notag": .structure(.noNumber),
    "hline": .structure(.line),
    " ": .space("0.25em"),
  ]

  private static let refusals: [String: TeXCommand] = {
    let reasons = [
      ("color textcolor colorbox", "leave the colour to the page's stylesheet"),
      ("ref eqref cref autoref", "refer to it from the text around the formula: '[](#id)'"),
      ("def newcommand renewcommand DeclareMathOperator let", "write out what it stands for"),
      ("href url includegraphics", "write it in the text around the formula"),
      ("boxed fbox", "set the formula apart in the text: '> [!IMPORTANT]'"),
    ]
    var all: [String: TeXCommand] = [:]
    for (names, reason) in reasons {
      for name in names.utf8.split(separator: 0x20) {
        all[String(Substring(name))] = .refused(instead: reason)
      }
    }
    return all
  }()
}
