/// Writes a formula as MathML.
struct MathMLWriter {
  /// The markup written so far.
  private(set) var markup = ""
  /// The characters of all tokens.
  private(set) var visibleText = ""
  /// True in display style, where limits are below and above.
  var isDisplay: Bool
  /// True when the marks of rows are shown in their rows.
  var showsRowTags = false
  /// The script level; from 1 on there is no space around operators.
  var level = 0
  /// The size set by `\\small` and the like, in parts of the formula's.
  var size = 1.0

  init(isDisplay: Bool) { self.isDisplay = isDisplay }

  /// Writes all nodes of a formula.
  mutating func writeFormula(_ nodes: [MathNode]) { writeElement("mrow") { $0.writeRow(nodes) } }

  /// Writes a piece of a formula that is broken into several, as a formula within a line.
  /// - Parameters:
  ///   - followsOperand: true when an operator at the piece's start has an operand before the piece
  ///   - precedesOperand: true when an operator at the piece's end has an operand behind the piece
  mutating func writePiece(_ nodes: [MathNode], followsOperand: Bool, precedesOperand: Bool) {
    writeElement("math", isDisplay ? " displaystyle=\"true\"" : "") {
      $0.writeRow(nodes, followsOperand: followsOperand, precedesOperand: precedesOperand)
    }
  }

  // MARK: Elements

  /// Writes an element with its attributes around the output of a closure.
  mutating func writeElement(
    _ name: String, _ attributes: String = "", _ content: (inout MathMLWriter) -> Void
  ) {
    markup += "<\(name)\(attributes)>"
    content(&self)
    markup += "</\(name)>"
  }

  /// Writes a token, an element that contains text.
  mutating func writeToken(_ name: String, _ attributes: String = "", _ text: String) {
    visibleText += text
    markup += "<\(name)\(attributes)>\(Self.escaped(text))</\(name)>"
  }

  /// Writes empty width.
  mutating func writeSpace(_ width: String) { markup += "<mspace width=\"\(width)\"/>" }

  /// Writes the invisible operator between a function and its argument, for screen readers.
  mutating func writeApplication() { markup += "<mo>\u{2061}</mo>" }

  /// Writes the output of a closure in another style.
  mutating func inStyle(
    isDisplay: Bool, level: Int, _ content: (inout MathMLWriter) -> Void
  ) {
    let outer = (self.isDisplay, self.level)
    (self.isDisplay, self.level) = (isDisplay, level)
    content(&self)
    (self.isDisplay, self.level) = outer
  }

  /// Writes a node as one element, as scripts and arguments require.
  mutating func writeGroup(_ node: MathNode) {
    guard case .row(let nodes) = node else { return write(node) }
    if nodes.count == 1 { return writeGroup(nodes[0]) }
    writeElement("mrow") { $0.writeRow(nodes) }
  }

  /// Returns a text with references for `&`, `<` and `>`.
  static func escaped(_ text: String) -> String {
    func isSpecial(_ byte: UInt8) -> Bool { byte == 0x26 || byte == 0x3C || byte == 0x3E }
    if !text.utf8.contains(where: isSpecial) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
