import BookModel
import Markdown

/// A chapter's tree as text: the front matter, then each Markdown node on its own line, indented,
/// with its kind, its position in the file and its contents. Swift blocks show how they were
/// understood.
public enum ChapterDump {
  /// Returns the tree of a chapter; ends with a newline. A chapter without a tree has only front
  /// matter.
  public static func text(of chapter: Chapter) -> String {
    guard let tree = chapter.tree else { return frontMatter(of: chapter) }
    let document = MarkdownDocument(tree)
    let source = SourceText(file: chapter.path, bytes: Array(chapter.text.utf8))
    var dump = frontMatter(of: chapter)
    dump += "document from line \(chapter.bodyLine)\n"
    var depth = 1
    var node = document.root.firstChild
    while let current = node {
      dump += String(repeating: "  ", count: depth)
      dump += line(of: current, source, chapter.blocks) + "\n"
      if let child = current.firstChild {
        node = child
        depth += 1
      } else {
        node = next(after: current, &depth)
      }
    }
    return dump + inlineValues(of: chapter) + formulas(of: chapter)
  }

  private static func inlineValues(of chapter: Chapter) -> String {
    chapter.inlineValues.map { value in
      let place = value.range.start
      return "value \(place.line):\(place.column) \(value.experiment).\(value.name)"
        + (value.format.map { " \($0)" } ?? "") + "\n"
    }.joined()
  }

  private static func formulas(of chapter: Chapter) -> String {
    chapter.formulas.map { formula in
      let place = formula.range.start
      let words = [
        "formula \(place.line):\(place.column)", formula.isDisplay ? "display" : "inline",
        formula.id.map { "id=\($0)" }, formula.tag.map { "tag=\(quoted($0))" }, quoted(formula.tex),
      ]
      return words.compactMap { $0 }.joined(separator: " ") + "\n"
    }.joined()
  }

  private static func next(after node: MarkdownNode, _ depth: inout Int) -> MarkdownNode? {
    var node = node
    while node.nextSibling == nil {
      guard let parent = node.parent else { return nil }
      node = parent
      depth -= 1
    }
    return node.nextSibling
  }

  private static func frontMatter(of chapter: Chapter) -> String {
    let matter = chapter.frontMatter
    var lines = [
      "front matter", "  title: \(quoted(matter.title))", "  lang: \(matter.language.rawValue)",
    ]
    if let order = matter.order { lines.append("  order: \(order)") }
    if matter.isFront { lines.append("  order: 0") }
    if let summary = matter.summary { lines.append("  summary: \(quoted(summary))") }
    if matter.isReference {
      lines.append("  reference: \(matter.reference.joined(separator: ", "))")
    }
    if let list = matter.lists { lines.append("  lists: \(list.rawValue)") }
    lines.append("  seed: \(matter.seed)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(
    of node: MarkdownNode, _ source: SourceText, _ blocks: [Block]
  ) -> String {
    var words = [node.kind.rawValue]
    let start = SourcePosition(line: node.start.line, column: node.start.column)
    if node.start.line > 0 {
      words.append(
        "\(start.line):\(start.column)-\(node.end.line):\(node.end.column)")
    } else if let bytes = node.sourceBytes, !bytes.isEmpty {
      let (first, last) = (
        source.position(ofByte: bytes.lowerBound), source.position(ofByte: bytes.upperBound - 1)
      )
      words.append("\(first.line):\(first.column)-\(last.line):\(last.column)")
    }
    words += attributes(of: node)
    if node.kind == .block, let item = node.item {
      words += description(of: blocks[item])
    } else if let literal = node.literal {
      words.append(quoted(literal))
    }
    return words.joined(separator: " ")
  }

  private static func attributes(of node: MarkdownNode) -> [String] {
    var words: [String] = []
    if let level = node.headingLevel { words.append("level=\(level)") }
    switch node.listMarker {
    case .bullet: words.append("bullet")
    case .ordered(let start): words.append("start=\(start)")
    case nil: break
    }
    if node.isTight { words.append("tight") }
    if let info = node.info { words.append("info=\(quoted(info))") }
    if let destination = node.destination { words.append("to=\(quoted(destination))") }
    if let title = node.title, !title.isEmpty { words.append("title=\(quoted(title))") }
    return words
  }

  private static func description(of block: Block) -> [String] {
    var words: [String] = []
    if let number = block.number { words.append("[\(number)]") }
    switch block.role {
    case .listing: words.append("listing")
    case .setup: words.append("setup")
    case .experiment(let id): words.append("experiment id=\(id)")
    }
    let options = block.options
    if options.fold { words.append("fold") }
    if options.foldsCharts { words.append("fold-charts") }
    if options.hide { words.append("hide") }
    if options.standalone { words.append("standalone") }
    if options.norun { words.append("norun") }
    if options.timeout != BlockOptions().timeout { words.append("timeout=\(options.timeout)s") }
    if let expect = options.expect { words.append("expect=\(expect.rawValue)") }
    if options.live != .whereItCan { words.append("live=\(options.live.rawValue)") }
    for caption in options.captions {
      words.append("caption=\(quoted(caption.markdown))\(caption.label.map { "#\($0)" } ?? "")")
    }
    for alternative in options.alternatives { words.append("alt=\(quoted(alternative))") }
    if let label = options.label { words.append("label=\(label)") }
    for file in options.data { words.append("data=\(quoted(file.name))") }
    words.append("code=\(block.codeStart.line):\(block.codeStart.column)")
    words.append(quoted(block.code))
    return words
  }

  /// Returns a text in quotes, on one line, cut after 60 scalars.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars.prefix(60) {
      result += scalar == "'" ? "'" : scalar.escaped(asASCII: false)
    }
    return result + (text.unicodeScalars.count > 60 ? "…\"" : "\"")
  }
}
