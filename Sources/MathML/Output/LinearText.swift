/// Writes a formula as one line of plain text: `x_(t+1) = x_t − η f′(x_t)`, `1/9`, `√(κ)`.
/// - Source: M. Sargent, UnicodeMath, Unicode Technical Note 28
struct LinearText {
  /// The text so far.
  private(set) var text = ""

  /// Writes parts beside each other.
  mutating func write(_ nodes: [MathNode]) { for node in nodes { write(node) } }

  private mutating func write(_ node: MathNode) {
    switch node {
    case .identifier(let text, _), .number(let text), .delimiter(let text, _, _), .dots(let text),
      .prime(let text):
      self.text += text
    case .text(let words): text += words.replacing("\u{A0}", with: " ")
    case .symbol(let symbol): write(symbol)
    case .function(let name, _):
      // Letters beside each other would be one name.
      if text.unicodeScalars.last.map(Self.belongsToWord) ?? false { text += " " }
      text += name + "\u{2061}"
    case .space: text += " "
    case .row(let nodes): write(nodes)
    case .scripts(let scripts):
      write(scripts.base)
      write(scripts.below, after: "_")
      write(scripts.above, after: "^")
    case .stack(let base, let above, let below):
      write(base)
      write(below, after: "_")
      write(above, after: "^")
    case .fraction(let fraction):
      writeGroup(fraction.numerator)
      text += fraction.hasLine ? "/" : "¦"
      writeGroup(fraction.denominator)
    case .root(let base, let degree):
      if let degree { writeGroup(degree) }
      text += "√"
      writeGroup(base)
    case .fenced(let left, let nodes, let right):
      text += left
      write(nodes)
      text += right
    case .table(let table):
      text += table.left
      for (index, row) in table.rows.enumerated() {
        if index > 0 { text += "; " }
        for cell in row {
          write(cell)
          text += " "
        }
        if table.tags.count > 1, let tag = table.tags[index] {
          text += tag.isBare ? "\(Self.line(tag.words)) " : "(\(Self.line(tag.words))) "
        }
      }
      text += table.right
    case .accent(_, let base), .styled(let base, _, _), .classed(let base, _, _),
      .enclosed(let base, _), .colored(let base, _), .resized(let base, _):
      write(base)
    case .padded(let base, let padding): if padding.isDrawn { write(base) }
    }
  }

  private mutating func write(_ symbol: MathSymbol) {
    switch symbol.atomClass {
    case .relation: text += " \(symbol.text) "
    case .punctuation: text += symbol.text + " "
    case .ordinary, .largeOperator, .binary, .opening, .closing, .inner: text += symbol.text
    }
  }

  private mutating func write(_ script: MathNode?, after mark: String) {
    guard let script else { return }
    // Primes are raised already.
    if !Self.line(script).unicodeScalars.allSatisfy({ "′″‴⁗".unicodeScalars.contains($0) }) {
      text += mark
    }
    writeGroup(script)
  }

  /// Writes a part in parentheses, unless it is one number, letter or sign.
  private mutating func writeGroup(_ node: MathNode) {
    let line = Self.line(node)
    let isNumber = line.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    let isPrime = line.unicodeScalars.allSatisfy { "′″‴⁗".unicodeScalars.contains($0) }
    text += isNumber || isPrime || line.unicodeScalars.count == 1 ? line : "(\(line))"
  }

  /// Returns one node as a line.
  static func line(_ node: MathNode) -> String {
    var inner = LinearText()
    inner.write(node)
    return inner.text
  }

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
