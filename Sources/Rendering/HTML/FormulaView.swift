import Markup
import MathML

/// A formula on the page.
struct FormulaView {
  let words: InterfaceWords
  let formula: TeXFormula
  /// The name by which links find it, if it is referred to.
  var id: String?
  /// Its number, such as `2.1`, if it has one. What `\tag{…}` says stands in its place.
  var number: String?
  /// The way back to what refers to it.
  var backlinks: HTML?

  init(words: InterfaceWords, formula: TeXFormula, id: String? = nil, number: String? = nil) {
    self.words = words
    self.formula = formula
    self.id = id
    self.number = formula.tag ?? number
  }

  /// The words that a search finds in it.
  var searchWords: String {
    formula.linearText + (number.map { formula.isTagBare ? " \($0)" : " (\($0))" } ?? "")
  }

  /// The formula within a line, or on lines of its own.
  var html: HTML {
    let isSound = formula.faults.isEmpty
    let math = isSound ? self.math : source
    switch formula.style {
    case .inline where !isSound: return math
    case .inline: return mayBeWide ? "<span class=\"wide\"\(reachable)>\(math)</span>" : math
    case .display:
      let name: HTML? = id.map { " id=\"\(name: $0)\"" }
      let anchor: HTML? = id.map { AnchorLink(name: $0).html }
      let number: HTML? = number.map {
        "<span class=\"number\">\(formula.isTagBare ? "\($0)" : "(\($0))")\(backlinks)\(anchor)</span>"
      }
      return """
        <div class="formula"\(name)>
        <div class="scroll"\(mayBeWide ? reachable : "")>\(math)</div>\(number)
        </div>

        """
    }
  }

  /// The formula in MathML. In an electronic book it has no annotation: simple readers show that as text.
  private var math: HTML {
    HTML(
      onPages: Self.element(formula.markup),
      inElectronicBooks: Self.element(formula.markupWithoutSource))
  }

  private static func element(_ markup: String) -> HTML {
    let rest = HTMLEscaping.replacingControls(in: String(markup.dropFirst("<math".count)))
    return "<math\(namespace: .mathML)\(HTML(trusted: rest))"
  }

  /// The TeX as it was written, marked, in place of a formula that has errors.
  private var source: HTML {
    let code: HTML = "<code class=\"missing\">\(VisibleText(formula.tex).html)</code>"
    return formula.style == .inline ? code : "<pre>\(code)</pre>"
  }

  /// True when it may be wider than the narrowest screen, so that it has to scroll. On lines of its
  /// own it has more air and a number beside it.
  private var mayBeWide: Bool {
    formula.visibleText.unicodeScalars.count > (formula.style == .display ? 14 : 24)
  }

  /// The attributes that make it scrollable by keyboard.
  private var reachable: HTML {
    " tabindex=\"0\" role=\"group\" aria-label=\"\(words.formula)\""
  }
}
