import BookModel
import Markdown

/// Recognizes the syntax of other systems in a chapter's tree, and reports it.
struct ForeignSyntaxReader {
  let source: SourceText
  let errors: ErrorCollector

  /// Reads a document whose tables, formulas, labels and citations have been read.
  func read(_ document: MarkdownDocument) {
    for node in document.root.descendants {
      switch node.kind {
      case .text: readText(node)
      case .possibleCitation: readReference(node)
      case .code: readRole(of: node)
      case .codeBlock, .block: readCode(node)
      default: break
      }
    }
  }

  private func report(
    _ syntax: ForeignSyntax, _ example: some StringProtocol, at place: SourceRange
  ) {
    errors.report(.foreign(syntax, Self.shortened(String(example))), at: place)
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 40
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))) + "…" : text
  }

  // MARK: Code

  private func readCode(_ node: MarkdownNode) {
    if node.kind == .codeBlock, let info = node.info, info.utf8.first == UInt8(ascii: "{") {
      let word = info.prefix { $0 != " " && $0 != "," && $0 != "}" }
      report(.directive, word + "}", at: source.place(of: node))
    }
    guard let literal = node.literal, literal.contains("{{") else { return }
    for line in literal.split(separator: "\n") {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.hasPrefix("{{#") { return report(.include, text, at: source.place(of: node)) }
      if text.hasPrefix("{{<") { return report(.shortcode, text, at: source.place(of: node)) }
    }
  }

  /// A role stands directly before a code span: `{name}` or `:name:`.
  private func readRole(of node: MarkdownNode) {
    guard let before = node.previousSibling, before.kind == .text,
      let text = before.literal.map({ Array($0.utf8) }), let last = text.last,
      last == UInt8(ascii: ":") || last == UInt8(ascii: "}")
    else { return }
    let open = last == UInt8(ascii: ":") ? last : UInt8(ascii: "{")
    let name = text.dropLast().reversed().prefix {
      $0 != open && ($0 > 0x20)
    }
    let start = text.count - 2 - name.count
    guard start >= 0, text[start] == open, !name.isEmpty, name.count < 40 else { return }
    let word = String(decoding: name.reversed(), as: UTF8.self)
    guard word.utf8.allSatisfy({ Self.isNamePart($0) }) else { return }
    let example = String(decoding: text[start...], as: UTF8.self) + "`\(node.literal ?? "")`"
    report(kind(ofRole: word), example, at: source.place(of: node))
  }

  private func kind(ofRole name: String) -> ForeignSyntax {
    switch name.lowercased() {
    case "label", "eqlabel", "tablelabel": .label
    case "numref", "ref", "eqref", "doc", "eq", "prf:ref", "any", "secref": .reference
    case let name where name.hasPrefix("cite"): .citation
    default: .role
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  // MARK: Text

  private func readText(_ node: MarkdownNode) {
    guard let literal = node.literal, !literal.isEmpty else { return }
    let bytes = Array(literal.utf8)
    let isLineStart = isAtLineStart(node)
    if isLineStart { readLine(bytes, node) }
    readMarks(bytes, node)
    if bytes.first == UInt8(ascii: "{"), let before = node.previousSibling,
      [.link, .image, .code, .emphasis, .strong].contains(before.kind)
    {
      readAttributes(bytes, node)
    }
  }

  private func isAtLineStart(_ node: MarkdownNode) -> Bool {
    guard let before = node.previousSibling else { return node.parent?.kind == .paragraph }
    return before.kind == .softBreak || before.kind == .lineBreak
  }

  private func readLine(_ bytes: [UInt8], _ node: MarkdownNode) {
    let text = String(decoding: bytes, as: UTF8.self)
    let place = source.place(of: node)
    if text.hasPrefix(":::") {
      report(.fencedDiv, text, at: place)
    } else if text.hasPrefix(": ") {
      report(.definitionList, text, at: place)
    } else if text.hasPrefix("+++") {
      report(.cellBreak, text, at: place)
    } else if text.hasPrefix("\\begin{") {
      report(.latex, text, at: place)
    } else if text.hasPrefix("("), text.hasSuffix(")="), !text.contains(" ") {
      report(.label, text, at: place)
    } else if text.hasPrefix("{:") || (text.hasPrefix("{.") && text.hasSuffix("}")) {
      report(.attributes, text, at: place)
    }
  }

  /// Finds what may stand anywhere in a text.
  private func readMarks(_ bytes: [UInt8], _ node: MarkdownNode) {
    guard bytes.contains(where: { "{([".utf8.contains($0) }) else { return }
    var places: LiteralPlaces?
    func place(_ range: Range<Int>) -> SourceRange {
      if places == nil { places = LiteralPlaces(of: node, in: source) }
      return places?.range(of: range) ?? source.place(of: node)
    }
    var index = 0
    while index + 1 < bytes.count {
      let rest = bytes[index...]
      switch bytes[index] {
      case UInt8(ascii: "{") where rest.starts(with: "{{".utf8) && index + 2 < bytes.count:
        let end = rest.firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
        let example = String(decoding: bytes[index..<min(end + 2, bytes.count)], as: UTF8.self)
        switch bytes[index + 2] {
        case UInt8(ascii: "#"): report(.include, example, at: place(index..<end))
        case UInt8(ascii: "<"), UInt8(ascii: "%"):
          report(.shortcode, example, at: place(index..<end))
        default: break
        }
        index = end
      case UInt8(ascii: "("), UInt8(ascii: "["):
        // A backslash before the bracket is gone from the text.
        let range = place(index..<(index + 1))
        let offset = source.lineStarts[max(range.start.line - 1, 0)] + range.start.column - 1
        if offset < source.bytes.count, source.bytes[offset] == UInt8(ascii: "\\"),
          isClosed(from: offset, by: bytes[index])
        {
          let open = String(UnicodeScalar(bytes[index]))
          report(.latex, "\\\(open)", at: range)
        }
        index += 1
      default: index += 1
      }
    }
  }

  /// Quarto's `@fig-loss`, which is written like a citation.
  private func readReference(_ node: MarkdownNode) {
    guard let text = node.literal, text.first == "@",
      ForeignSyntax.isReference(text.dropFirst())
    else { return }
    report(.reference, text, at: source.place(of: node))
  }

  /// Returns true when an escaped bracket has an escaped partner before the next empty line.
  private func isClosed(from offset: Int, by open: UInt8) -> Bool {
    let close: UInt8 = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var last: UInt8 = 0
    for byte in source.bytes[min(offset + 2, source.bytes.count)...].prefix(2000) {
      if byte == close, last == UInt8(ascii: "\\") { return true }
      if byte == 0x0A, last == 0x0A { return false }
      last = byte
    }
    return false
  }

  private func readAttributes(_ bytes: [UInt8], _ node: MarkdownNode) {
    guard let close = bytes.firstIndex(of: UInt8(ascii: "}")), close > 2,
      ".#:=".utf8.contains(bytes[1]) || bytes[..<close].contains(UInt8(ascii: "="))
    else { return }
    let text = String(decoding: bytes[...close], as: UTF8.self)
    report(.attributes, text, at: source.place(of: node))
  }
}
