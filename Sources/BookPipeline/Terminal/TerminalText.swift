extension String {
  /// The text made safe for a terminal: control and bidirectional characters are replaced with
  /// visible symbols or their code points. Line ends are kept.
  package var forTerminal: String {
    var shown = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: shown.unicodeScalars.append(scalar)
      case 0..<0x20: shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: shown += "\u{2421}"
      case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        shown += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
