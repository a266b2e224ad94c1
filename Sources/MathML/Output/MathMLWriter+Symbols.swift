/// Writes symbols with the attributes that make all browsers space them alike.
extension MathMLWriter {
  static let noSpace = " lspace=\"0em\" rspace=\"0em\""
  private static let growing = " stretchy=\"true\" symmetric=\"true\""
  /// The brackets with these properties in the operator dictionary.
  private static let brackets: Set<String> = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉",
  ]
  /// The relations that would stretch with their row.
  private static let upright: Set<String> = [
    "∣", "∤", "∥", "∦", "↑", "↓", "↕", "⇑", "⇓", "⇕", "⇈", "⇊", "↾",
  ]

  mutating func write(_ symbol: MathSymbol, in setting: SymbolSetting) {
    writeToken("mo", attributes(of: symbol, in: setting), symbol.text)
  }

  private func attributes(of symbol: MathSymbol, in setting: SymbolSetting) -> String {
    switch setting.atomClass {
    case .ordinary: return ordinaryAttributes(of: symbol)
    case .opening, .closing: return bracketAttributes(of: symbol)
    case .punctuation:
      if symbol.text == ":" { return " lspace=\"0em\" rspace=\"0.2222em\"" }
      return level > 0 ? " rspace=\"0em\"" : ""
    case .binary:
      if level > 0 { return Self.noSpace }
      // As the first element of its row it would be treated as a sign.
      let isTold = setting.isFirst || symbol.text == "mod"
      return isTold ? " lspace=\"0.2222em\" rspace=\"0.2222em\"" : ""
    case .relation:
      let still = Self.upright.contains(symbol.text) ? " stretchy=\"false\"" : ""
      if level > 0 { return still + Self.noSpace }
      if symbol.text == ":" {
        return " lspace=\"0.2778em\""
          + (setting.precedesRelation ? " rspace=\"0em\"" : " rspace=\"0.2778em\"")
      }
      return still + (setting.followsRelation ? " lspace=\"0em\"" : "")
        + (setting.precedesRelation ? " rspace=\"0em\"" : "")
    case .largeOperator: return ""
    case .inner: return Self.noSpace
    }
  }

  private func ordinaryAttributes(of symbol: MathSymbol) -> String {
    let text = symbol.text
    if text == "|" || text == "‖" || Self.brackets.contains(text) || Self.upright.contains(text) {
      return " stretchy=\"false\"" + Self.noSpace
    }
    return Self.noSpace
  }

  private func bracketAttributes(of symbol: MathSymbol) -> String {
    if Self.brackets.contains(symbol.text) { return " stretchy=\"false\"" }
    if symbol.text == "!" || symbol.text == "?" { return Self.noSpace }
    return " stretchy=\"false\"" + Self.noSpace
  }

  // MARK: Delimiters that stretch

  /// Writes a delimiter as high as its row; nothing when it is empty.
  mutating func writeFence(_ text: String) {
    if text.isEmpty { return }
    let isBracket = Self.brackets.contains(text)
    writeToken("mo", isBracket ? "" : Self.growing + Self.noSpace, text)
  }

  /// Writes a delimiter of a given height, or one between those of its row.
  mutating func writeDelimiter(_ text: String, height: String?, _ atomClass: AtomClass) {
    if text.isEmpty { return writeElement("mrow") { _ in } }
    var attributes = Self.growing
    if let height { attributes += " minsize=\"\(height)\" maxsize=\"\(height)\"" }
    switch atomClass {
    case .relation: attributes += " lspace=\"0.2778em\" rspace=\"0.2778em\""
    default: attributes += Self.noSpace
    }
    writeToken("mo", attributes, text)
  }
}
