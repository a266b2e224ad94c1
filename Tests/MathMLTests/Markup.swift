import MathML

/// What can be said of markup without knowing what it should say.
enum Markup {
  /// The elements of MathML Core that formulas are made of, with the number of children that each
  /// must have, if it is fixed.
  static let elements: [String: Int?] = [
    "math": 1, "mrow": nil, "mstyle": nil, "mphantom": nil,
    "mpadded": nil, "mi": 0, "mn": 0, "mo": 0, "mtext": 0, "mspace": 0, "mfrac": 2, "msqrt": nil,
    "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
    "mtable": nil, "mtr": nil, "mtd": nil,
  ]

  /// What is wrong with the markup: tags that do not match, unknown elements, wrong numbers of
  /// children; nil when it is well.
  static func fault(in markup: String) -> String? {
    var open: [(name: String, children: Int)] = []
    for piece in markup.utf8.split(separator: UInt8(ascii: "<")) {
      let tag = String(Substring(piece.prefix { $0 != UInt8(ascii: ">") }))
      if tag.utf8.first == UInt8(ascii: "/") {
        guard let last = open.popLast() else { return "nothing is open at </\(tag)" }
        if "/" + last.name != tag { return "\(tag) closes \(last.name)" }
        if let wanted = elements[last.name] ?? nil, wanted != last.children {
          return "\(last.name) has \(last.children) children"
        }
        continue
      }
      let name = String(Substring(tag.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }))
      guard elements.keys.contains(name) else { return "<\(name)>" }
      if !open.isEmpty { open[open.count - 1].children += 1 }
      if tag.utf8.last != UInt8(ascii: "/") { open.append((name, 0)) }
    }
    return open.last.map { "\($0.name) is open" }
  }

  /// The row of a formula, without what every formula has around it.
  static func row(of formula: TeXFormula) -> String {
    let markup = formula.markup
    guard let start = markup.firstRange(of: "><mrow>"),
      let end = markup.firstRange(of: "</mrow></math>")
    else { return "" }
    return String(markup[start.upperBound..<end.lowerBound])
  }
}
