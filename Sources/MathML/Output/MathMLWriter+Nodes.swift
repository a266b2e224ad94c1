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
    case .prime(let text): writePrime(text)
    case .dots(let text): writeToken("mi", " mathvariant=\"normal\"", text)
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
    case .padded(let inner, let padding): write(inner, padding)
    case .enclosed(let inner, let enclosure):
      writeElement("mrow", " class=\"\(enclosure.rawValue)\"") { $0.write(inner) }
    case .colored(let inner, .plain): write(inner, in: setting)
    case .colored(let inner, let color):
      writeElement("mrow", " class=\"\(color.rawValue)\"") { $0.write(inner, in: setting) }
    case .resized(let inner, let size): write(inner, size: size)
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

  /// Writes primes, which fonts have at the height of a superscript and at the size of a letter:
  /// they are not to be raised and made smaller once more. The stylesheet sets the size.
  private mutating func writePrime(_ text: String) {
    writeElement("mpadded", " voffset=\"-0.5em\" height=\"0.6em\" depth=\"0px\"") {
      $0.writeToken("mo", " class=\"prime\"" + Self.noSpace, text)
    }
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
    if fraction.left.isEmpty && fraction.right.isEmpty { return write(&self) }
    writeElement("mrow") { writer in
      writer.writeFence(fraction.left)
      write(&writer)
      writer.writeFence(fraction.right)
    }
  }

  private mutating func writeRoot(of radicand: MathNode, _ degree: MathNode?) {
    guard let degree else { return writeElement("msqrt") { $0.writeGroup(radicand) } }
    writeElement("mroot") { writer in
      writer.writeGroup(radicand)
      writer.inStyle(isDisplay: false, level: writer.level + 2) { $0.writeGroup(degree) }
    }
  }

  // MARK: Accents, padding and sizes

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

  private mutating func write(_ node: MathNode, _ padding: MathPadding) {
    func write(_ writer: inout MathMLWriter) {
      if !padding.isDrawn {
        writer.writeElement("mphantom") { $0.writeGroup(node) }
      } else if let lap = padding.lap, lap != .after {
        writer.writeElement("mrow", " class=\"\(lap.rawValue)\"") { $0.write(node) }
      } else {
        writer.writeGroup(node)
      }
    }
    let attributes =
      (padding.lap == nil ? "" : " width=\"0px\"") + (padding.hasHeight ? "" : " height=\"0px\"")
      + (padding.hasDepth ? "" : " depth=\"0px\"")
    if attributes.isEmpty { write(&self) } else { writeElement("mpadded", attributes, write) }
  }

  private mutating func write(_ node: MathNode, size: Double) {
    let outer = self.size
    self.size = size
    defer { self.size = outer }
    // A percentage of the size around it.
    let tenths = Int((size / outer * 1_000).rounded())
    let percent = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    writeElement("mstyle", " mathsize=\"\(percent)%\"") { $0.writeGroup(node) }
  }
}

extension MathNode {
  /// The node without rows that contain it alone.
  fileprivate var flattened: MathNode {
    if case .row(let nodes) = self, nodes.count == 1 { return nodes[0].flattened }
    return self
  }
}
