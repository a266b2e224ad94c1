/// Sets a declaration in lines that fit beside a margin.
enum SignatureLayout {
  /// The longest line.
  private static let width = 66

  /// Returns the declaration with a line for each argument when it is too long for one.
  static func lines(of text: String) -> String {
    guard text.count > width, let open = text.firstIndex(of: "(") else { return text }
    var (depth, pieces, rest) = (0, [""], "")
    var isInside = true
    for sign in text[text.index(after: open)...] {
      if "([{<".contains(sign) { depth += 1 }
      if ")]}".contains(sign) { depth -= 1 }
      if sign == ">", !rest.hasSuffix("-"), !(pieces.last?.hasSuffix("-") ?? false) { depth -= 1 }
      if !isInside || depth < 0 {
        isInside = false
        depth = max(depth, 0)
        rest.append(sign)
      } else if sign == ",", depth == 0 {
        pieces[pieces.count - 1].append(sign)
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(sign)
      }
    }
    let arguments = pieces.map { "  " + $0.drop { $0 == " " } }
    return ([text[...open] + ""] + arguments + [rest]).joined(separator: "\n")
  }
}
