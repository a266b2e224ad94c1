import BookModel

/// The LaTeX commands that bibliographies use, other than accents.
enum LaTeXCommands {
  /// The commands that stand for text.
  static let texts = [
    "&": "&", "%": "%", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\t": " ", ",": "\u{202F}", "\\": " ", ";": " ", ":": " ", "@": "",
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "textendash": "–", "textemdash": "—", "endash": "–", "emdash": "—", "bibrangedash": "–",
    "hyphen": "-", "slash": "/", "textslash": "/", "dots": "…", "ldots": "…", "textellipsis": "…",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotedbl": "\"", "textquotesingle": "'", "quotesinglbase": "‚",
    "quotedblbase": "„", "lq": "‘", "rq": "’", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textdollar": "$",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textasteriskcentered": "*",
    "textbullet": "•", "textperiodcentered": "·", "textdegree": "°", "degree": "°",
    "textregistered": "®", "textcopyright": "©", "copyright": "©", "texttrademark": "™",
    "textordfeminine": "ª", "textordmasculine": "º", "textsection": "§", "S": "§", "P": "¶",
    "textparagraph": "¶", "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€",
    "textyen": "¥", "textexclamdown": "¡", "textquestiondown": "¿", "textmu": "µ", "textpm": "±",
    "texttimes": "×", "textdiv": "÷", "textonehalf": "½", "textonequarter": "¼", "textnumero": "№",
    "dag": "†", "ddag": "‡", "textdagger": "†", "textvisiblespace": "␣", "textbaht": "฿",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX", "pdfTeX": "pdfTeX", "AmS": "AMS", "MF": "METAFONT", "MP": "METAPOST",
    "quad": " ", "qquad": " ", "enspace": " ", "thinspace": "\u{202F}", "newline": " ", "par": " ",
    "space": " ", "nobreakspace": "\u{A0}", "nobreakdash": "", "ell": "ℓ", "infty": "∞",
    "times": "×", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
    "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ",
    "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "sim": "∼", "to": "→", "cdot": "·", "pm": "±",
  ]

  /// The commands that change the look of their argument.
  static let styles: [String: FormattedText.Style] = [
    "emph": .emphasis, "textit": .emphasis, "textsl": .emphasis, "mkbibemph": .emphasis,
    "mkbibitalic": .emphasis, "textbf": .strong, "mkbibbold": .strong, "textsc": .smallCapitals,
    "mkbibacro": .smallCapitals, "texttt": .code, "path": .code, "nolinkurl": .code,
    "textsuperscript": .superscript, "mkbibsuperscript": .superscript,
    "textsubscript": .subscript, "mkbibsubscript": .subscript,
  ]

  /// The commands that change the look of all that follows in their group; none for upright type.
  static let declarations: [String: FormattedText.Style] = [
    "em": .emphasis, "it": .emphasis, "sl": .emphasis, "itshape": .emphasis, "slshape": .emphasis,
    "bf": .strong, "bfseries": .strong, "sc": .smallCapitals, "scshape": .smallCapitals,
    "tt": .code, "ttfamily": .code, "rm": [], "upshape": [], "normalfont": [], "mdseries": [],
  ]

  /// The commands whose argument stands in quotation marks.
  static let quotes: Set<String> = ["mkbibquote", "enquote"]

  /// The commands whose first argument is nothing to see.
  static let hiding: Set<String> = [
    "noopsort", "NoopSort", "noop", "SortNoop", "sortnoop", "hspace", "vspace", "phantom",
    "hphantom", "vphantom", "label", "index", "color", "textcolor", "foreignlanguage",
    "selectlanguage", "raisebox", "setbox", "foreigntextquote", "fontencoding", "usefont",
  ]

  /// The commands that change nothing to see: what follows them stands as it is.
  static let silent: Set<String> = [
    "-", "/", "!", "(", ")", "relax", "protect", "textrm", "textsf", "textup", "textmd",
    "textnormal", "textin", "text", "mbox", "hbox", "mathrm", "mathcal", "mathsf", "mathit",
    "mathbf", "sf", "sffamily", "rmfamily", "uppercase", "lowercase", "MakeUppercase",
    "MakeLowercase", "NoCaseChange", "nocase", "autocap", "bibstring", "underline", "uline",
    "tiny", "small", "footnotesize", "normalsize", "large", "Large", "ignorespaces", "unskip",
    "null", "noindent", "bgroup", "egroup", "begingroup", "endgroup", "leavevmode", "allowbreak",
    "nobreak", "break", "linebreak", "bibnamedelima", "sloppy", "ensuremath", "strut",
    "raggedright", "frenchspacing", "natexlab", "printfirst", "singleletter",
  ]
}
