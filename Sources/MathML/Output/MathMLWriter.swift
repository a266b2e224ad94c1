/// Writes a formula as MathML.
struct MathMLWriter {
  /// What has been written.
  private(set) var markup = ""
  /// The characters of all tokens.
  private(set) var visibleText = ""
  /// Whether limits have room above and below at the place.
  var isDisplay: Bool
  /// How many levels of scripts the place lies deep: no space around operators there.
  var level = 0

  init(isDisplay: Bool) { self.isDisplay = isDisplay }

  /// The whole formula with its TeX.
  mutating func writeFormula(_ nodes: [MathNode], tex: String) {
    let closing =
      "<annotation encoding=\"application/x-tex\">\(Self.escaped(tex))</annotation></semantics></math>"
    markup += isDisplay ? "<math display=\"block\"><semantics>" : "<math><semantics>"
    writeElement("mrow") { $0.writeRow(nodes) }
    markup += closing
  }

  // MARK: Pieces

  /// An element with its attributes around what a closure writes.
  mutating func writeElement(
    _ name: String, _ attributes: String = "", _ content: (inout MathMLWriter) -> Void
  ) {
    markup += "<\(name)\(attributes)>"
    content(&self)
    markup += "</\(name)>"
  }

  /// A token: an element that holds text.
  mutating func writeToken(_ name: String, _ attributes: String = "", _ text: String) {
    visibleText += text
    markup += "<\(name)\(attributes)>\(Self.escaped(text))</\(name)>"
  }

  /// Empty width.
  mutating func writeSpace(_ width: String) { markup += "<mspace width=\"\(width)\"/>" }

  /// The invisible sign between a function and its argument, for those who listen.
  mutating func writeApplication() { markup += "<mo>\u{2061}</mo>" }

  /// What a closure writes, in another style.
  mutating func inStyle(
    isDisplay: Bool, level: Int, _ content: (inout MathMLWriter) -> Void
  ) {
    let outer = (self.isDisplay, self.level)
    (self.isDisplay, self.level) = (isDisplay, level)
    content(&self)
    (self.isDisplay, self.level) = outer
  }

  /// A part as one element, as a script or an argument has to be.
  mutating func writeGroup(_ node: MathNode) {
    guard case .row(let nodes) = node else { return write(node) }
    if nodes.count == 1 { return writeGroup(nodes[0]) }
    writeElement("mrow") { $0.writeRow(nodes) }
  }

  /// Text with references for `&`, `<` and `>`.
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
