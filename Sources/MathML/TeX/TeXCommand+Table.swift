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
    ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰
    square □ Box □ blacksquare ■ lozenge ◊ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡
    spadesuit ♠ triangle △ measuredangle ∡ degree ° checkmark ✓ dagger † ddagger ‡ beth ℶ gimel ℷ
    wp ℘ complement ∁ eth ð intercal ⊺ % % $ $ # # & & _ _
    """

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
    barwedge ⊼ veebar ⊻ curlywedge ⋏ curlyvee ⋎
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
    trianglelefteq ⊴ trianglerighteq ⊵ circeq ≗
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
    upharpoonright ↾ restriction ↾ Updownarrow ⇕
    """
  private static let openings = """
    { { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮
    """
  private static let closings = """
    } } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯
    """
  private static let marks = """
    | ‖ Vert ‖ vert | backslash \\ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬
    """

  // MARK: Operators

  private static let sums = """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
    bigsqcup ⨆ biguplus ⨄
    """
  private static let integrals = "int ∫ iint ∬ iiint ∭ oint ∮"
  private static let functions = """
    sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp log ln lg deg dim hom ker
    arg
    """
  /// Names with limits below them; `_` is a thin space.
  private static let limitFunctions = """
    lim lim limsup lim_sup liminf lim_inf max max min min sup sup inf inf det det gcd gcd Pr Pr
    argmin arg_min argmax arg_max
    """

  // MARK: Spaces and accents

  private static let spaces = """
    , 0.1667em thinspace 0.1667em : 0.2222em > 0.2222em medspace 0.2222em ; 0.2778em
    thickspace 0.2778em ! -0.1667em negthinspace -0.1667em negmedspace -0.2222em
    negthickspace -0.2778em enspace 0.5em quad 1em qquad 2em
    space 0.25em
    """
  private static let accents = """
    hat ^ check ˇ tilde ~ acute ´ grave ` dot ˙ ddot ¨ dddot … breve ˘ bar ¯ vec → mathring ˚
    """
  private static let longArrows = """
    xrightarrow → xleftarrow ← xRightarrow ⇒ xLeftarrow ⇐ xleftrightarrow ↔ xLeftrightarrow ⇔
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xrightleftharpoons ⇌
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
      default: continue
      }
    }
    return found
  }()
}
