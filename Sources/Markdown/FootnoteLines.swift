/// The lines of a file that begin a footnote's text, `[^label]: …`.
///
/// A footnote holds blocks as a list item does: all that is indented by four columns below it.
/// libcmark has no footnotes, so it is given a list item in place of each.
struct FootnoteLines {
  /// The beginning of one footnote.
  struct Opening {
    let label: String
    /// The bytes of `[^label]:` and the spaces behind it.
    let range: Range<Int>
    /// Its 1-based column.
    let column: Int
  }

  /// What stands in the place of an opening: a list item whose content begins at column 5, and that may
  /// interrupt a paragraph.
  private static let item = Array("1)  ".utf8)

  /// The openings by their 1-based lines.
  let openings: [Int: Opening]

  /// Finds the openings.
  ///
  /// - Parameters:
  ///   - bytes: the file
  ///   - lineStarts: where each of its lines begins
  ///   - tree: the tree of the file without footnotes; what it takes for code or HTML holds none
  init(in bytes: [UInt8], lineStarts: [Int], tree: MarkdownTree, from firstLine: Int) {
    var verbatim = Set<Int>()
    for node in tree.nodes where node.kind == .codeBlock || node.kind == .htmlBlock {
      verbatim.formUnion(Int(node.startLine)...max(Int(node.startLine), Int(node.endLine)))
    }
    var openings: [Int: Opening] = [:]
    for line in firstLine..<max(lineStarts.count + 1, firstLine) where !verbatim.contains(line) {
      openings[line] = Self.opening(at: lineStarts[line - 1], in: bytes)
    }
    self.openings = openings
  }

  private static func opening(at lineStart: Int, in bytes: [UInt8]) -> Opening? {
    let start = bytes[lineStart...].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }.endIndex
    guard bytes[start...].starts(with: "[^".utf8) else { return nil }
    let label = bytes[(start + 2)...].prefix(while: FootnoteLabel.belongs)
    guard bytes[label.endIndex...].starts(with: "]:".utf8), let name = FootnoteLabel.text(label)
    else { return nil }
    let end = bytes[(label.endIndex + 2)...].prefix { $0 == 0x20 || $0 == 0x09 }.endIndex
    return Opening(label: name, range: start..<end, column: start - lineStart + 1)
  }

  /// Returns the file from a byte on, with list items in place of the footnotes.
  func text(of bytes: [UInt8], from start: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count - start)
    var place = start
    for opening in openings.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text += bytes[place..<opening.range.lowerBound]
      text += Self.item
      place = opening.range.upperBound
    }
    return text + bytes[place...]
  }

  /// Makes footnotes of the list items that stand in their places, and moves them to the top level of
  /// the tree.
  func restore(in tree: inout MarkdownTree) {
    for index in tree.nodes.indices where tree.nodes[index].kind.isBlock {
      let node = tree.nodes[index]
      tree.nodes[index].startColumn += shift(node.startLine, node.startColumn)
      tree.nodes[index].endColumn += shift(node.endLine, node.endColumn)
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .item {
      let node = tree.nodes[index]
      guard let opening = openings[Int(node.startLine)], opening.column == Int(node.startColumn)
      else { continue }
      tree.nodes[index].kind = .footnote
      tree.nodes[index].pair = tree.add(MarkdownTree.Pair(first: opening.label))
      var outermost = node.parent
      while tree.nodes[Int(outermost)].parent > 0 { outermost = tree.nodes[Int(outermost)].parent }
      tree.unlink(Int32(index))
      tree.insert(Int32(index), before: outermost)
      if tree.nodes[Int(node.parent)].first < 0 { tree.unlink(node.parent) }
    }
  }

  /// The number of columns by which a place behind an opening stands further right in the file.
  private func shift(_ line: Int32, _ column: Int32) -> Int32 {
    guard let opening = openings[Int(line)], Int(column) > opening.column else { return 0 }
    return Int32(opening.range.count - Self.item.count)
  }
}
