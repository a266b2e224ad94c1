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
    switch formula.style {
    case .inline: inline()
    case .display: display
    }
  }

  /// The formula within a line.
  /// - Parameters:
  ///   - before: the marks before it that must not stay behind at the end of a line
  ///   - after: the marks behind it that must not begin a line
  func inline(before: HTML? = nil, after: HTML? = nil) -> HTML {
    // Source may be long, and break anywhere.
    if !isSound { return "\(before)\(source)\(after)" }
    let pieces = inlinePieces
    if pieces.count == 1 { return Self.kept(before, pieces[0].math, after) }
    return pieces.enumerated().map { index, piece -> HTML in
      let isLast = index == pieces.count - 1
      return "\(piece.end)\(Self.kept(index == 0 ? before : nil, piece.math, isLast ? after : nil))"
    }.joined()
  }

  /// The pieces between which a line may end, each with what stands between it and the piece before.
  private var inlinePieces: [(end: HTML?, math: HTML)] {
    if length <= Self.narrowInline { return [(nil, whole)] }
    let parts = formula.parts
    if parts.count == 1, parts[0].pieces.count == 1 {
      return [(nil, inlinePiece(whole, length))]
    }
    return parts.enumerated().flatMap { index, part in
      part.pieces.enumerated().map { place, piece in
        let isFirst = index == 0 && place == 0
        let end = place == 0 && part.followsSpace ? Self.gap : Self.mayEnd
        return (isFirst ? nil : end, inlinePiece(math(piece.markup), piece.length))
      }
    }
  }

  private func inlinePiece(_ math: HTML, _ length: Int) -> HTML {
    length > Self.wideInline ? "<span class=\"wide\"\(reachable)>\(math)</span>" : math
  }

  private static func kept(_ before: HTML?, _ piece: HTML, _ after: HTML?) -> HTML {
    if before == nil && after == nil { return piece }
    return "<span class=\"kept\">\(before)\(piece)\(after)</span>"
  }

  private var display: HTML {
    let name: HTML? = id.map { " id=\"\(name: $0)\"" }
    let anchor: HTML? = id.map { AnchorLink(name: $0).html }
    let number: HTML? = number.map {
      "<span class=\"number\">\(formula.isTagBare ? "\($0)" : "(\($0))")\(backlinks)\(anchor)</span>"
    }
    let parts = formula.parts
    let longest = parts.flatMap(\.pieces).map(\.length).max() ?? 0
    return """
      <div class="formula"\(name)>
      <div class="scroll"\(longest > Self.wideDisplay ? reachable : "")>\(lines(of: parts))</div>\(number)
      </div>

      """
  }

  private func lines(of parts: [FormulaPart]) -> HTML {
    if !isSound { return source }
    if parts.count == 1, parts[0].pieces.count == 1 { return whole }
    // Lines end first at wide space, then between parts, and within a part only if it does not fit alone.
    var groups: [[HTML]] = []
    for part in parts {
      let pieces = part.pieces.map { math($0.markup) }
      let whole = Self.together(pieces)
      if groups.isEmpty || part.followsSpace {
        groups.append([whole])
      } else {
        groups[groups.count - 1].append(whole)
      }
    }
    if groups.count == 1 { return groups[0].joined(separator: Self.mayEnd) }
    return groups.map(Self.together).joined(separator: Self.gap)
  }

  /// Pieces that stay on one line where it has room for them.
  private static func together(_ pieces: [HTML]) -> HTML {
    pieces.count == 1
      ? pieces[0] : "<span class=\"part\">\(pieces.joined(separator: mayEnd))</span>"
  }

  /// A place where a line may end.
  private static let mayEnd: HTML = "<wbr/>"

  /// Wide space at which a line may end.
  private static let gap: HTML = "<span class=\"gap\"> </span>"

  private var isSound: Bool { formula.faults.isEmpty }

  /// The formula in one piece.
  private var whole: HTML { math(formula.markup) }

  private func math(_ markup: String) -> HTML {
    let rest = HTMLEscaping.replacingControls(in: String(markup.dropFirst("<math".count)))
    return "<math\(namespace: .mathML)\(HTML(trusted: rest))"
  }

  /// The TeX as it was written, marked, in place of a formula that has errors.
  private var source: HTML {
    let code: HTML = "<code class=\"missing\">\(VisibleText(formula.tex).html)</code>"
    return formula.style == .inline ? code : "<pre>\(code)</pre>"
  }

  private var length: Int { formula.visibleText.unicodeScalars.count }

  /// The lengths up to which a formula or a piece of one fits on the narrowest screen: within a line, as
  /// it is or in large text; and on lines of its own, where it has more air.
  private static let (wideInline, narrowInline, wideDisplay) = (16, 10, 9)

  /// The attributes that make it scrollable by keyboard.
  private var reachable: HTML {
    " tabindex=\"0\" role=\"group\" aria-label=\"\(words.formula)\""
  }
}
