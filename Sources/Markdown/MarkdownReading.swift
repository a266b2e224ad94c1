/// A chapter's text as libcmark reads it, and what people write in it beyond CommonMark: footnotes,
/// which hold blocks, and formulas between dollar signs, in which nothing is emphasis, a list or an
/// escape. Both are found before libcmark reads the text, and all places stay those of the file.
public struct MarkdownReading: Sendable {
  /// The tree, with footnotes; text stands in the places of formulas until `placeFormulas`.
  public private(set) var tree: MarkdownTree
  /// The file, with a letter for each byte between the dollar signs of a formula.
  public private(set) var bytes: [UInt8]
  /// The formulas between dollar signs, in the order of the text.
  public private(set) var formulas: [DollarFormula] = []
  /// The places of `$$` that begin a formula without an end.
  public private(set) var unclosed: [Range<Int>] = []

  /// The file as it is.
  let original: [UInt8]
  let lineStarts: [Int]
  private let body: Int
  private let firstLine: Int

  /// Reads the Markdown of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file
  ///   - lineStarts: where each of its lines begins
  ///   - firstLine: the first line of the Markdown, counted from 1
  public init(_ bytes: [UInt8], lineStarts: [Int], firstLine: Int) {
    self.bytes = bytes
    original = bytes
    self.lineStarts = lineStarts
    self.firstLine = firstLine
    body = firstLine <= lineStarts.count ? lineStarts[firstLine - 1] : bytes.count
    tree = MarkdownTree(bytes: bytes[body...], firstLine: firstLine)
    let text = bytes[body...]
    let footnotes = text.containsPair("[", "^") ? footnoteLines : nil
    if let footnotes { read(footnotes) }
    if text.contains(UInt8(ascii: "$")) {
      let scanner = DollarScanner(tree, bytes, lineStarts: lineStarts)
      unclosed = scanner.unclosed
      read(scanner.formulas, footnotes)
    }
    if formulas.isEmpty { tree.placeInlines(in: bytes, lineStarts: lineStarts) }
  }

  private var footnoteLines: FootnoteLines? {
    let lines = FootnoteLines(
      in: original, lineStarts: lineStarts, tree: tree, from: firstLine)
    return lines.openings.isEmpty ? nil : lines
  }

  private mutating func read(_ footnotes: FootnoteLines?) {
    guard let footnotes else {
      tree = MarkdownTree(bytes: bytes[body...], firstLine: firstLine)
      return
    }
    tree = MarkdownTree(bytes: footnotes.text(of: bytes, from: body)[...], firstLine: firstLine)
    footnotes.restore(in: &tree)
  }

  /// Reads the text again without what stands between dollar signs. A formula that is then no text, as
  /// in the address of a link, is none.
  private mutating func read(_ found: [DollarFormula], _ footnotes: FootnoteLines?) {
    var found = found
    var attempts = 0
    while !found.isEmpty {
      bytes = Self.masked(original, found)
      read(footnotes)
      tree.placeInlines(in: bytes, lineStarts: lineStarts)
      let shown = tree.visible(found)
      if shown.count == found.count {
        formulas = found
        return
      }
      attempts += 1
      found = attempts < 4 ? shown : []
    }
    guard bytes != original else { return }
    bytes = original
    read(footnotes)
  }

  /// Finds formulas between dollar signs in parts of lines that libcmark takes for code, such as captions.
  public mutating func readFormulas(in parts: [Range<Int>]) {
    let found = parts.flatMap { DollarScanner(original, in: $0).formulas }
    if found.isEmpty { return }
    formulas = (formulas + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
    bytes = Self.masked(original, formulas)
  }

  private static func masked(_ bytes: [UInt8], _ formulas: [DollarFormula]) -> [UInt8] {
    var masked = bytes
    for formula in formulas {
      for line in formula.lines { masked.replaceByLetters(line) }
      if let label = formula.label, let end = formula.lines.last?.upperBound {
        masked.replaceByLetters((end + 2)..<max(label.upperBound + 1, end + 2))
      }
    }
    return masked
  }
}

extension [UInt8] {
  fileprivate mutating func replaceByLetters(_ range: Range<Int>) {
    for index in range { self[index] = UInt8(ascii: "x") }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func containsPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    var isAfterFirst = false
    for byte in self {
      if isAfterFirst, byte == UInt8(ascii: second) { return true }
      isAfterFirst = byte == UInt8(ascii: first)
    }
    return false
  }
}

extension MarkdownTree {
  /// Returns those of some formulas whose places are text.
  fileprivate func visible(_ formulas: [DollarFormula]) -> [DollarFormula] {
    var texts: [(range: Range<Int>, parent: Int32)] = []
    for node in nodes where node.kind == .text && node.parent >= 0 && node.startOffset >= 0 {
      texts.append((Int(node.startOffset)..<Int(node.endOffset), node.parent))
    }
    texts.sort { $0.range.lowerBound < $1.range.lowerBound }
    func parent(ofByte place: Int) -> Int32? {
      let index = texts.partitioningIndex { $0.range.upperBound > place }
      return index < texts.count && texts[index].range.contains(place) ? texts[index].parent : nil
    }
    return formulas.filter { formula in
      guard let holder = parent(ofByte: formula.range.lowerBound) else { return false }
      return holder == parent(ofByte: formula.range.upperBound - 1)
    }
  }
}
