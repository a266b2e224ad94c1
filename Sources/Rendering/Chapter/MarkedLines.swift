import Markup

/// Collects pieces of code into lines of markup, each in a `span` without a class. A line carries its
/// own newline, so that it can become a block of its own on paper and still be copied as it was.
struct MarkedLines {
  /// An element around a piece of code.
  struct Element {
    let opening: HTML
    let closing: HTML
  }

  private(set) var html: HTML = ""
  private var line: HTML = ""

  /// Adds a piece of code, in an element if one is given.
  mutating func add(_ piece: some StringProtocol, in element: Element? = nil) {
    var rest = Substring(piece).utf8
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      addToLine(Substring(rest[..<newline]), in: element)
      html += "<span>\(line)\n</span>"
      line = ""
      rest = rest[rest.index(after: newline)...]
    }
    addToLine(Substring(rest), in: element)
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

  private mutating func addToLine(_ piece: Substring, in element: Element?) {
    if piece.isEmpty { return }
    let isASCII = piece.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let text = isASCII ? HTML(content: piece) : VisibleText(piece).html
    if let element {
      line += "\(element.opening)\(text)\(element.closing)"
    } else {
      line += text
    }
  }
}
