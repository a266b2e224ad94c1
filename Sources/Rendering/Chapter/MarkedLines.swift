import Markup

/// Collects pieces of code into lines of markup, each in a `span` without a class. A line carries its
/// own newline, so that it can become a block of its own on paper and still be copied as it was.
struct MarkedLines {
  private(set) var html: HTML = ""
  private var line: HTML = ""

  /// Adds a piece of code, in a `span` of the given class if there is one.
  mutating func add(_ piece: some StringProtocol, class name: HTML? = nil) {
    var rest = Substring(piece).utf8
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      addToLine(Substring(rest[..<newline]), class: name)
      html += "<span>\(line)\n</span>"
      line = ""
      rest = rest[rest.index(after: newline)...]
    }
    addToLine(Substring(rest), class: name)
  }

  /// Adds a piece of code on one line, within an element.
  mutating func add(_ piece: some StringProtocol, within element: (HTML) -> HTML) {
    line += element(VisibleText(piece).html)
  }

  /// All lines; the last one may lack its newline.
  mutating func finish() -> HTML {
    if !line.markup.isEmpty { html += "<span>\(line)</span>" }
    line = ""
    return html
  }

  private mutating func addToLine(_ piece: Substring, class name: HTML?) {
    if piece.isEmpty { return }
    let isASCII = piece.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let text = isASCII ? HTML(content: piece) : VisibleText(piece).html
    if let name {
      line += "<span class=\"\(name)\">\(text)</span>"
    } else {
      line += text
    }
  }
}
