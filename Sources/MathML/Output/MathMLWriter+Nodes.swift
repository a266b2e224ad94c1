/// Writes each kind of node as one element.
extension MathMLWriter {
  /// Writes a node without neighbours.
  mutating func write(_ node: MathNode) {
    write(node, in: SymbolSetting(atomClass: alone(node)))
  }

  /// Returns the class of a node without neighbours, which cannot be a binary operator.
  private func alone(_ node: MathNode) -> AtomClass {
    let own = node.atomClass ?? .ordinary
    return own == .binary ? .ordinary : own
  }

  /// Writes a node in the context of its row.
  mutating func write(_ node: MathNode, in setting: SymbolSetting) {
    switch node {
    case .identifier(let text, let isUpright):
      writeToken("mi", isUpright ? " mathvariant=\"normal\"" : "", text)
    case .number(let text): writeToken("mn", "", text)
    case .symbol(let symbol): write(symbol, in: setting)
    case .function(let name, _): writeName(name)
    case .text(let text): writeToken("mtext", "", text)
    case .space(let width): writeSpace(width)
    case .row(let nodes) where nodes.count == 1: write(nodes[0], in: setting)
    case .row: writeGroup(node)
    case .scripts(let scripts): write(scripts, in: setting)
    case .accent(let accent, let base): write(accent, on: base)
    case .stack(let base, let above, let below):
      writeLimits(below: below, above: above) { $0.write(base, in: setting) }
    case .fraction(let fraction): write(fraction)
    case .root(let radicand, let degree): writeRoot(of: radicand, degree)
    case .fenced(let left, let nodes, let right):
      writeElement("mrow") { writer in
        writer.writeFence(left)
        writer.writeRow(nodes)
        writer.writeFence(right)
      }
    case .delimiter(let text, let height, let atomClass):
      writeDelimiter(text, height: height, atomClass)
    case .table(let table): write(table)
    case .phantom(let inner, let kind): writePhantom(inner, kind)
    case .styled(let inner, let isDisplay, let level):
      writeStyled(isDisplay: isDisplay, level: level) { $0.writeGroup(inner) }
    case .classed(let inner, let atomClass, _):
      let isSame = inner.atomClass == atomClass
      write(inner.flattened, in: SymbolSetting(atomClass: isSame ? setting.atomClass : .ordinary))
    }
  }

  private mutating func writeName(_ name: String) {
    let isSingle = name.unicodeScalars.count == 1
    writeToken("mi", isSingle ? " mathvariant=\"normal\"" : "", name)
  }

  private mutating func writeStyled(
    isDisplay: Bool, level: Int, _ content: (inout MathMLWriter) -> Void
  ) {
    let attributes = " displaystyle=\"\(isDisplay)\" scriptlevel=\"\(level)\""
    writeElement("mstyle", attributes) { writer in
      writer.inStyle(isDisplay: isDisplay, level: level, content)
    }
  }

  // MARK: Fractions and roots

  private mutating func write(_ fraction: MathFraction) {
    if let isDisplay = fraction.isDisplay {
      writeStyled(isDisplay: isDisplay, level: level) { $0.writeBar(fraction) }
    } else {
      writeBar(fraction)
    }
  }

  private mutating func writeBar(_ fraction: MathFraction) {
    let inner = isDisplay ? level : level + 1
    func write(_ writer: inout MathMLWriter) {
      writer.writeElement("mfrac", fraction.hasLine ? "" : " linethickness=\"0\"") { writer in
        writer.inStyle(isDisplay: false, level: inner) { writer in
          writer.writeGroup(fraction.numerator)
          writer.writeGroup(fraction.denominator)
        }
      }
    }
    if fraction.hasLine { return write(&self) }
    writeElement("mrow") { writer in
      writer.writeFence("(")
      write(&writer)
      writer.writeFence(")")
    }
  }

  private mutating func writeRoot(of radicand: MathNode, _ degree: MathNode?) {
    guard let degree else { return writeElement("msqrt") { $0.writeGroup(radicand) } }
    writeElement("mroot") { writer in
      writer.writeGroup(radicand)
      writer.inStyle(isDisplay: false, level: writer.level + 2) { $0.writeGroup(degree) }
    }
  }

  // MARK: Accents and phantoms

  private mutating func write(_ accent: MathAccent, on base: MathNode) {
    let name = accent.isBelow ? "munder" : "mover"
    var attribute = accent.isBelow ? " accentunder=\"true\"" : " accent=\"true\""
    // Few fonts have a line that stretches: the stylesheet draws it.
    if accent.mark == "‾" { attribute = " class=\"overline\"" + attribute }
    if accent.mark == "_" { attribute = " class=\"underline\"" + attribute }
    writeElement(name, attribute) { writer in
      writer.writeGroup(base)
      writer.writeToken("mo", " stretchy=\"\(accent.stretches)\"", accent.mark)
    }
  }

  private mutating func writePhantom(_ node: MathNode, _ kind: MathNode.Phantom) {
    func write(_ writer: inout MathMLWriter) {
      writer.writeElement("mphantom") { $0.writeGroup(node) }
    }
    switch kind {
    case .all: write(&self)
    case .width: writeElement("mpadded", " height=\"0px\" depth=\"0px\"", write)
    case .height: writeElement("mpadded", " width=\"0px\"", write)
    }
  }
}

extension MathNode {
  /// The node without rows that contain it alone.
  fileprivate var flattened: MathNode {
    if case .row(let nodes) = self, nodes.count == 1 { return nodes[0].flattened }
    return self
  }
}
