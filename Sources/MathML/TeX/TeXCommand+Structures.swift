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
    "tt": .fontSwitch(.typewriter), "frak": .font(.fraktur), "Bbb": .font(.blackboard),
    "bold": .font(.bold),
    // Sizes.
    "tiny": .size(0.5), "sixptsize": .size(0.6), "scriptsize": .size(0.7),
    "footnotesize": .size(0.8), "small": .size(0.9), "normalsize": .size(1), "large": .size(1.2),
    "Large": .size(1.44), "LARGE": .size(1.728), "huge": .size(2.074), "Huge": .size(2.488),
    // Colours.
    "color": .color(isForRest: true), "textcolor": .color(isForRest: false),
    // Words.
    "text": .text(.upright), "textrm": .text(.upright), "mbox": .text(.upright),
    "textnormal": .text(.upright), "textbf": .text(.bold), "textit": .text(.italic),
    "textup": .text(.upright), "hbox": .text(.upright), "textsf": .text(.sansSerif),
    "texttt": .text(.typewriter), "textmd": .text(.upright), "emph": .text(.italic),
    // Fractions, roots and classes.
    "frac": .fraction(MathFraction()), "dfrac": .fraction(MathFraction(isDisplay: true)),
    "tfrac": .fraction(MathFraction(isDisplay: false)),
    "cfrac": .fraction(MathFraction(isDisplay: true)),
    "binom": .fraction(lineless("(", ")")), "dbinom": .fraction(lineless("(", ")", true)),
    "tbinom": .fraction(lineless("(", ")", false)),
    "over": .between(MathFraction()), "choose": .between(lineless("(", ")")),
    "atop": .between(lineless("", "")), "brace": .between(lineless("{", "}")),
    "brack": .between(lineless("[", "]")), "genfrac": .structure(.generalFraction),
    "sqrt": .structure(.root), "surd": .structure(.root),
    "mathop": .classed(.largeOperator), "mathbin": .classed(.binary),
    "mathrel": .classed(.relation),
    "mathopen": .classed(.opening), "mathclose": .classed(.closing),
    "mathpunct": .classed(.punctuation), "mathord": .classed(.ordinary),
    "mathinner": .classed(.inner),
    // Marks that stretch over their base.
    "widehat": .accent(MathAccent(mark: "^", stretches: true)),
    "widecheck": .accent(MathAccent(mark: "ˇ", stretches: true)),
    "utilde": .accent(MathAccent(mark: "~", isBelow: true, stretches: true)),
    "underbar": .accent(MathAccent(mark: "_", isBelow: true, stretches: true)),
    "overgroup": .accent(MathAccent(mark: "⏠", stretches: true, takesLimits: true)),
    "undergroup": .accent(MathAccent(mark: "⏡", isBelow: true, stretches: true, takesLimits: true)),
    "overleftharpoon": .accent(MathAccent(mark: "↼", stretches: true)),
    "overrightharpoon": .accent(MathAccent(mark: "⇀", stretches: true)),
    "Overrightarrow": .accent(MathAccent(mark: "⇒", stretches: true)),
    "underleftrightarrow": .accent(MathAccent(mark: "↔", isBelow: true, stretches: true)),
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
    "phantom": .padded(MathPadding(isDrawn: false)),
    "hphantom": .padded(MathPadding(isDrawn: false, hasHeight: false, hasDepth: false)),
    "vphantom": .padded(MathPadding(isDrawn: false, lap: .after)),
    "mathllap": .padded(MathPadding(lap: .before)), "mathrlap": .padded(MathPadding(lap: .after)),
    "mathclap": .padded(MathPadding(lap: .centered)),
    "llap": .paddedText(MathPadding(lap: .before)),
    "rlap": .paddedText(MathPadding(lap: .after)),
    "clap": .paddedText(MathPadding(lap: .centered)),
    "smash": .structure(.smash),
    // Boxes and strokes.
    "boxed": .enclosed(.box), "fbox": .structure(.textBox), "cancel": .enclosed(.upwardStroke),
    "bcancel": .enclosed(.downwardStroke), "xcancel": .enclosed(.crossedStrokes),
    "sout": .enclosed(.horizontalStroke),
    "substack": .structure(.substack), "eqalign": .structure(.equations),
    "require": .structure(.requirement), "stackrel": .structure(.stackrel),
    "overset": .structure(.overset), "underset": .structure(.underset),
    "operatorname": .structure(.operatorName), "operatorname*": .structure(.operatorName),
    "operatornamewithlimits": .structure(.operatorName),
    "bra": .structure(.braket), "ket": .structure(.braket), "braket": .structure(.braket),
    "set": .structure(.braket), "Set": .structure(.braket),
    "Bra": .structure(.braket), "Ket": .structure(.braket), "Braket": .structure(.braket),
    "limits": .structure(.limits),
    "nolimits": .structure(.noLimits), "not": .structure(.not),
    "bmod": .symbol(MathSymbol(text: "mod", atomClass: .binary)),
    "pmod": .structure(.modulo), "mod": .structure(.modulo), "pod": .structure(.modulo),
    "hspace": .structure(.horizontalSpace), "hspace*": .structure(.horizontalSpace),
    "mspace": .structure(.horizontalSpace), "mkern": .structure(.horizontalSpace),
    "kern": .structure(.horizontalSpace), "hskip": .structure(.horizontalSpace),
    "mskip": .structure(.horizontalSpace),
    // Environments, rows, numbers.
    "begin": .structure(.begin), "end": .structure(.end), "\\": .structure(.newRow),
    "cr": .structure(.newRow), "newline": .structure(.newRow), "tag": .structure(.tag),
    "tag*": .structure(.tag), "label": .structure(.label),
    "hline": .structure(.line), "hdashline": .structure(.line),
    "nonumber": .nothing, "notag": .nothing, "relax": .nothing, "allowbreak": .nothing,
    "nobreak": .nothing, "xspace": .nothing, "protect": .nothing, "global": .nothing,
    "long": .nothing, "displaylimits": .nothing, "strut": .nothing, "begingroup": .nothing,
    "endgroup": .nothing, "mathstrut": .nothing,
    " ": .space("0.25em"), "\n": .space("0.25em"),
    // Macros.
    "newcommand": .definition(.new), "newcommand*": .definition(.new),
    "renewcommand": .definition(.new), "renewcommand*": .definition(.new),
    "providecommand": .definition(.provide), "providecommand*": .definition(.provide),
    "def": .definition(.plain), "gdef": .definition(.plain), "let": .definition(.alias),
    "DeclareMathOperator": .definition(.operatorName(isStarred: false)),
    "DeclareMathOperator*": .definition(.operatorName(isStarred: true)),
    "ensuremath": .structure(.ensuredMath),
  ]

  private static func lineless(
    _ left: String, _ right: String, _ isDisplay: Bool? = nil
  ) -> MathFraction {
    MathFraction(isDisplay: isDisplay, hasLine: false, left: left, right: right)
  }

  private static let refusals: [String: TeXCommand] = {
    let reasons = [
      ("colorbox fcolorbox pagecolor", "leave the colour to the page's stylesheet"),
      ("ref eqref cref autoref", "refer to it from the text around the formula: '[](#id)'"),
      ("edef xdef futurelet expandafter noexpand", "define it with '\\newcommand'"),
      ("newenvironment renewenvironment", "write out what it stands for"),
      ("href url includegraphics", "write it in the text around the formula"),
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
