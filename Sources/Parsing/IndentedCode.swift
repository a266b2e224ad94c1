import Markdown

/// Tells indented code that looks like a fence from a fence that is indented.
enum IndentedCode {
  /// The lines that begin indented code, among lines of the file that consist of space and a fence.
  ///
  /// The text is parsed once more with a word after each such fence: behind a fence it is the info
  /// string, in indented code it is code.
  static func lines(among doubtful: [Int], in source: SourceText, bodyLine: Int) -> Set<Int> {
    var bytes: [UInt8] = []
    var marked = doubtful[...]
    for number in bodyLine...max(source.lineCount, bodyLine) {
      let line = source.line(number)
      if marked.first == number {
        marked.removeFirst()
        let end = line.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? line.startIndex
        bytes += line[...end]
        bytes.append(0x78)
      } else {
        bytes += line
      }
      bytes.append(0x0A)
    }
    let document = MarkdownDocument(String(decoding: bytes, as: UTF8.self))
    var indented = Set(doubtful)
    for node in document.root.descendants where node.kind == .codeBlock && node.info == "x" {
      indented.remove(node.start.line + bodyLine - 1)
    }
    return indented
  }
}
