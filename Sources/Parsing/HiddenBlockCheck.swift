import Markdown

/// Finds blocks that do not run because Markdown treats them as a part of raw HTML.
enum HiddenBlockCheck {
  /// Warns about every line inside raw HTML that looks like the fence of a setup block or an
  /// experiment.
  static func check(
    _ document: MarkdownDocument, _ source: SourceText, _ errors: ErrorCollector
  ) {
    for node in document.root.descendants where node.kind == .htmlBlock {
      for number in node.start.line...max(node.start.line, node.end.line) {
        let line = number
        let text = source.line(line)
        guard let fence = fence(in: text) else { continue }
        errors.report(.block(.insideHTML), at: source.range(line: line, fence..<text.endIndex))
      }
    }
  }

  /// Returns the index of a fence with the words of a block that runs.
  private static func fence(in line: ArraySlice<UInt8>) -> Int? {
    guard let start = line.firstIndex(where: { $0 != 0x20 }),
      line[start] == 0x60 || line[start] == 0x7E
    else { return nil }
    let info = line[start...].drop { $0 == line[start] }
    guard info.startIndex - start >= 3 else { return nil }
    let words = info.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard words.count >= 2, words[0].elementsEqual("swift".utf8),
      ["setup", "experiment"].contains(where: { words[1].elementsEqual($0.utf8) })
    else { return nil }
    return start
  }
}
