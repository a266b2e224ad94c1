/// The complete list of supported commands.
///
/// The names are without their backslash, each followed by its character.
extension TeXCommand {
  /// All commands.
  static let table: [String: TeXCommand] = {
    var all = structures
    for (name, text) in pairs(letters) { all[name] = .letter(text, isUpright: false) }
    for (name, text) in pairs(uprightLetters) { all[name] = .letter(text, isUpright: true) }
    for (atomClass, list) in symbols {
      for (name, text) in pairs(list) {
        all[name] = .symbol(MathSymbol(text: text, atomClass: atomClass))
      }
    }
    for (name, text) in pairs(textSignList) { all[name] = .letter(text, isUpright: true) }
    for (name, text) in pairs(lowDots) { all[name] = .dots(text) }
    all["dots"] = .dots(nil)
    for (name, text) in pairs(blackboardLetters) { all[name] = .letter(text, isUpright: false) }
    for (name, text) in pairs(sums) { all[name] = sum(text, takesLimits: true) }
    for (name, text) in pairs(integrals) { all[name] = sum(text, takesLimits: false) }
    for name in words(functions) { all[name] = .function(name, takesLimits: false) }
    for (name, text) in pairs(limitFunctions) {
      let spaced = text.utf8.map { $0 == 0x5F ? "\u{2009}" : String(Unicode.Scalar($0)) }.joined()
      all[name] = .function(spaced, takesLimits: true)
    }
    for (name, width) in pairs(spaces) { all[name] = .space(width) }
    for (name, mark) in pairs(accents) { all[name] = .accent(MathAccent(mark: mark)) }
    for (name, arrow) in pairs(longArrows) { all[name] = .longArrow(arrow) }
    return all
  }()

  // MARK: Letters

  private static let letters = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω partial ∂ imath ı jmath ȷ
    digamma ϝ varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ
    varPhi Φ varPsi Ψ varOmega Ω
    """
  private static let uprightLetters = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇
    infty ∞ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ top ⊤ bot ⊥ angle ∠ prime ′
    vdots ⋮ square □ Box □ blacksquare ■ lozenge ◊ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡
    spadesuit ♠ triangle △ measuredangle ∡ degree ° checkmark ✓ dagger † ddagger ‡ beth ℶ gimel ℷ
    wp ℘ complement ∁ eth ð intercal ⊺ % % $ $ # # & & _ _ weierp ℘ alef ℵ alefsym ℵ daleth ℸ
    image ℑ real ℜ infin ∞ empty ∅ hslash ℏ Finv Ⅎ Game ⅁ mho ℧ backprime ‵ sharp ♯ flat ♭ natural ♮
    clubs ♣ diamonds ♢ hearts ♡ spades ♠ blacktriangle ▲ blacktriangledown ▼ triangledown ▽
    blacklozenge ⧫ sphericalangle ∢ circledS Ⓢ circledR ® diagup ╱ diagdown ╲ Bbbk 𝕜 vartriangle △
    dag † ddag ‡ thetasym ϑ maltese ✠ yen ¥ pounds £ mathsterling £ copyright © cdotp ⋅ ldotp .
    Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ
    Dagger ‡ Diamond ◊
    """
  private static let lowDots = """
    ldots … dotsc … dotso … mathellipsis … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱ iddots ⋰
    """
  private static let blackboardLetters = """
    R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ Reals ℝ natnums ℕ cnums ℂ Complex ℂ
    """

  /// The signs and letters that words can contain, by their names.
  static let textSigns = Dictionary(pairs(textSignList) + pairs(textLetterList)) { first, _ in first
  }
  private static let textSignList = """
    textdollar $ textunderscore _ textless < textgreater > textbar | textbardbl ‖ textbraceleft {
    textbraceright } textasciitilde ~ textasciicircum ^ textbackslash \\ textquoteleft ‘
    textquoteright ’ textquotedblleft “ textquotedblright ” textendash – textemdash —
    textellipsis … textregistered ® textdegree ° textsterling £ textdagger † textdaggerdbl ‡
    copyright © pounds £ yen ¥ S § P ¶ dag † ddag ‡ sect § degree ° checkmark ✓ lq ‘ rq ’
    TeX TeX LaTeX LaTeX KaTeX KaTeX
    """
  private static let textLetterList = "ss ß ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å i ı j ȷ"

  // MARK: Symbols

  private static let symbols: [(AtomClass, String)] = [
    (.binary, binaries), (.relation, relations), (.relation, arrows), (.opening, openings),
    (.closing, closings), (.ordinary, marks), (.punctuation, "colon :"),
  ]
  private static let binaries = """
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘
    odot ⊙ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ uplus ⊎ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ wr ≀
    diamond ⋄ amalg ⨿ smallsetminus ∖ triangleleft ◃ triangleright ▹ ltimes ⋉ rtimes ⋊ boxplus ⊞
    boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ bigcirc ◯ dotplus ∔ divideontimes ⋇
    barwedge ⊼ veebar ⊻ curlywedge ⋏ curlyvee ⋎ plusmn ± sdot ⋅ bull ∙ centerdot ⋅
    circleddash ⊝ doublebarwedge ⩞ doublecap ⋒ Cap ⋒ doublecup ⋓ Cup ⋓ gtrdot ⋗ lessdot ⋖ lhd ⊲
    rhd ⊳ unlhd ⊴ unrhd ⊵ leftthreetimes ⋋ rightthreetimes ⋌ bigtriangleup △ bigtriangledown ▽
    minuso ⦵ And &
    """
  private static let relations = """
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
    asymp ≍ propto ∝ doteq ≐ coloneqq ≔ triangleq ≜ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆
    subsetneq ⊊ supset ⊃ supseteq ⊇ supsetneq ⊋ prec ≺ preceq ⪯ succ ≻ succeq ⪰ mid ∣ nmid ∤
    parallel ∥ perp ⟂ models ⊨ vdash ⊢ lessapprox ⪅ gtrapprox ⪆ lesssim ≲ gtrsim ≳ leqslant ⩽
    geqslant ⩾ nleq ≰ ngeq ≱ preccurlyeq ≼ succcurlyeq ≽ sqsubseteq ⊑ sqsupseteq ⊒ bowtie ⋈
    therefore ∴ because ∵ eqqcolon ≕ lll ⋘ ggg ⋙ leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ nless ≮ ngtr ≯
    lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ nsubseteq ⊈ nsupseteq ⊉ subseteqq ⫅ supseteqq ⫆
    sqsubset ⊏ sqsupset ⊐ approxeq ≊ thicksim ∼ thickapprox ≈ backsim ∽ varpropto ∝ nprec ⊀ nsucc ⊁
    precsim ≾ succsim ≿ nsim ≁ ncong ≇ nparallel ∦ nvdash ⊬ nvDash ⊭ vDash ⊨ Vdash ⊩ dashv ⊣
    trianglelefteq ⊴ trianglerighteq ⊵ circeq ≗ eqcirc ≖ isin ∈ exist ∃ owns ∋ notni ∌ sub ⊂ supe ⊇
    sube ⊆ subsetneqq ⫋ supsetneqq ⫌ varsubsetneq ⊊ varsupsetneq ⊋ varsubsetneqq ⫋ varsupsetneqq ⫌
    nsubseteqq ⊈ nsupseteqq ⊉ vartriangleleft ⊲ vartriangleright ⊳ ntriangleleft ⋪
    ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ blacktriangleleft ◀ blacktriangleright ▶
    frown ⌢ smile ⌣ smallfrown ⌢ smallsmile ⌣ between ≬ pitchfork ⋔ backepsilon ∍ multimap ⊸
    imageof ⊷ origof ⊶ Vvdash ⊪ nVdash ⊮ nVDash ⊯ shortmid ∣ shortparallel ∥ nshortmid ∤
    nshortparallel ∦ varpropto ∝ Doteq ≑ doteqdot ≑ risingdotseq ≓ fallingdotseq ≒ bumpeq ≏ Bumpeq ≎
    eqsim ≂ backsimeq ⋍ eqslantgtr ⪖ eqslantless ⪕ curlyeqprec ⋞ curlyeqsucc ⋟ precapprox ⪷
    succapprox ⪸ precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ npreceq ⋠
    nsucceq ⋡ lneqq ≨ gneqq ≩ lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊
    nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱ lesseqqgtr ⪋ gtreqqless ⪌ llless ⋘ gggtr ⋙ Subset ⋐
    Supset ⋑ Join ⋈ vcentcolon : ratio : dblcolon ∷ coloncolon ∷ colonequals ≔ coloneq ≔ Coloneqq ⩴
    coloncolonequals ⩴ equalscolon ≕ eqcolon ≕ colonminus :− colonapprox :≈ colonsim :∼ Coloneq ⩴
    Eqcolon =∷ Eqqcolon =∷ equalscoloncolon =∷ minuscolon −: coloncolonminus ∷− minuscoloncolon −∷
    approxcolon ≈: approxcoloncolon ≈∷ Colonapprox ∷≈ coloncolonapprox ∷≈ simcolon ∼: simcoloncolon ∼∷
    Colonsim ∷∼ coloncolonsim ∷∼
    """
  private static let arrows = """
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ Longleftarrow ⟸ iff ⟺
    implies ⟹ impliedby ⟸ longleftrightarrow ⟷ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
    hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
    nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌
    leadsto ⇝ rightsquigarrow ⇝ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊
    leftrightarrows ⇆ rightleftarrows ⇄ leftrightharpoons ⇋ twoheadrightarrow ↠ twoheadleftarrow ↞
    rightarrowtail ↣ rightharpoondown ⇁ leftharpoondown ↽ circlearrowright ↻ circlearrowleft ↺
    curvearrowright ↷ curvearrowleft ↶ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍
    upharpoonright ↾ restriction ↾ Updownarrow ⇕ upharpoonleft ↿ downharpoonleft ⇃
    downharpoonright ⇂ larr ← rarr → uarr ↑ darr ↓ harr ↔ lrarr ↔ lArr ⇐ rArr ⇒ uArr ⇑ dArr ⇓ hArr ⇔
    lrArr ⇔ Larr ⇐ Rarr ⇒ Uarr ⇑ Darr ⇓ Harr ⇔ nleftrightarrow ↮ nLeftrightarrow ⇎ leftarrowtail ↢
    Lrarr ⇔
    leftrightsquigarrow ↭ looparrowleft ↫ looparrowright ↬ dashleftarrow ⇠ dashrightarrow ⇢ Lsh ↰
    Rsh ↱ Lleftarrow ⇚ Rrightarrow ⇛
    """
  private static let openings = """
    { { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮
    lparen ( lang ⟨ llbracket ⟦ lBrace ⦃ ulcorner ⌜ llcorner ⌞ lmoustache ⎰
    """
  private static let closings = """
    } } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯
    rparen ) rang ⟩ rrbracket ⟧ rBrace ⦄ urcorner ⌝ lrcorner ⌟ rmoustache ⎱
    """
  private static let marks = """
    | ‖ Vert ‖ vert | backslash \\ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬
    """

  // MARK: Operators

  private static let sums = """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
    bigsqcup ⨆ biguplus ⨄ intop ∫
    """
  private static let integrals = "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ smallint ∫"
  private static let functions = """
    sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp log ln lg deg dim hom ker
    arg arcctg arctg ch cosec cotg ctg cth sh tg th
    """
  /// Names with limits below them; `_` is a thin space.
  private static let limitFunctions = """
    lim lim limsup lim_sup liminf lim_inf max max min min sup sup inf inf det det gcd gcd Pr Pr
    argmin arg_min argmax arg_max injlim inj_lim projlim proj_lim plim plim
    """

  // MARK: Spaces and accents

  private static let spaces = """
    , 0.1667em thinspace 0.1667em : 0.2222em > 0.2222em medspace 0.2222em ; 0.2778em
    thickspace 0.2778em ! -0.1667em negthinspace -0.1667em negmedspace -0.2222em
    negthickspace -0.2778em enspace 0.5em quad 1em qquad 2em
    space 0.25em nobreakspace 0.25em
    """
  private static let accents = """
    hat ^ check ˇ tilde ~ acute ´ grave ` dot ˙ ddot ¨ dddot … ddddot …. breve ˘ bar ¯ vec → mathring ˚
    """
  private static let longArrows = """
    xrightarrow → xleftarrow ← xRightarrow ⇒ xLeftarrow ⇐ xleftrightarrow ↔ xLeftrightarrow ⇔
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xrightleftharpoons ⇌ xleftrightharpoons ⇋
    xtwoheadrightarrow ↠ xtwoheadleftarrow ↞ xtofrom ⇄ xrightharpoonup ⇀ xrightharpoondown ⇁
    xleftharpoonup ↼ xleftharpoondown ↽ xlongequal =
    """

  /// The negated form of each relation.
  static let negated = Dictionary(pairs(negations)) { first, _ in first }
  private static let negations = """
    = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≡ ≢ ∼ ≁ ≃ ≄ ≅ ≇ ≈ ≉ ≍ ≭ ∣ ∤ ∥ ∦ ≺ ⊀ ≻ ⊁ ≼ ⋠ ≽ ⋡
    ≲ ≴ ≳ ≵ ⊢ ⊬ ⊨ ⊭ ⊑ ⋢ ⊒ ⋣ ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎
    """

  // MARK: Reading the lists

  private static func sum(_ text: String, takesLimits: Bool) -> TeXCommand {
    .symbol(MathSymbol(text: text, atomClass: .largeOperator, takesLimits: takesLimits))
  }

  private static func words(_ list: String) -> [String] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }
  }

  private static func pairs(_ list: String) -> [(String, String)] {
    let words = words(list)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// The command for a character, so that authors can type `≤` itself.
  static let byCharacter: [String: TeXCommand] = {
    var found: [String: TeXCommand] = [:]
    for name in table.keys.sorted() {
      switch table[name] {
      case .symbol(let symbol): found[symbol.text] = found[symbol.text] ?? .symbol(symbol)
      case .letter(let text, let isUpright):
        found[text] = found[text] ?? .letter(text, isUpright: isUpright)
      case .dots(let text?): found[text] = .dots(text)
      default: continue
      }
    }
    // As characters these are words, or a mistyped prime.
    for sign in ["–", "—", "“", "”", "‘", "’"] { found[sign] = nil }
    found["∆"] = .letter("Δ", isUpright: true)
    for (space, width) in [
      ("\u{A0}", "0.25em"), ("\u{2002}", "0.5em"), ("\u{2003}", "1em"), ("\u{2009}", "0.1667em"),
      ("\u{202F}", "0.1667em"), ("\u{3000}", "1em"),
    ] {
      found[space] = .space(width)
    }
    return found
  }()
}
