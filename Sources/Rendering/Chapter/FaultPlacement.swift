import BookModel
import Markdown
import Markup
import OutputViews

/// Shows the errors of a chapter where they are: each below the paragraph, table, heading or block of
/// code that it stands in. Those without a place in the text stand above it.
struct FaultPlacement {
  /// The most errors that a page shows; the build names all of them.
  static let maximumCount = 1000

  /// The errors that concern the chapter as a whole or its front matter.
  private(set) var atTop: HTML = ""
  /// The number of errors beyond those that the page shows.
  private(set) var atEnd: HTML?
  /// Those in blocks of Swift, by the blocks' places among the chapter's.
  private(set) var inBlocks: [Int: [Diagnostic]] = [:]
  private let chapter: Chapter
  private let words: InterfaceWords
  private let faults: ArraySlice<Diagnostic>

  /// The errors of a chapter's text, and those of its run that concern the text: errors in the code
  /// are told with the blocks.
  init(_ chapter: Chapter, _ run: ChapterRun, words: InterfaceWords) {
    self.chapter = chapter
    self.words = words
    let ofRun = run.diagnostics.filter { diagnostic in
      diagnostic.severity == .error && diagnostic.range?.file == chapter.path
        && !Self.isInCode(diagnostic, of: chapter)
    }
    var seen: Set<Diagnostic> = []
    let all = (chapter.faults + ofRun).filter { seen.insert($0).inserted }.sortedByPlace
    faults = all.prefix(Self.maximumCount)
    if all.count > faults.count {
      atEnd = "<p class=\"missing\">\(words.moreFaults(all.count - faults.count))</p>\n"
    }
  }

  private static func isInCode(_ diagnostic: Diagnostic, of chapter: Chapter) -> Bool {
    guard let line = diagnostic.range?.start.line else { return false }
    return chapter.blocks.contains {
      $0.number != nil && $0.fence.start.line <= line && line <= $0.lastLine
    }
  }

  /// Puts the errors into a document as it was parsed. What is done to its blocks later leaves them
  /// where they are.
  mutating func place(in document: MarkdownDocument) {
    if faults.isEmpty { return }
    // A footnote's text may stand behind all others.
    let leaves = Self.leaves(of: document)
      .sorted { $0.start.line < $1.start.line }
    let lines = leaves.map { $0.start.line }
    var last: (index: Int, node: MarkdownNode)?
    for fault in faults {
      guard let index = leaf(of: fault, lines) else {
        atTop += view(fault)
        continue
      }
      if leaves[index].kind == .block, let block = leaves[index].item {
        inBlocks[block, default: []].append(fault)
        continue
      }
      let node = last?.index == index ? last?.node : leaves[index]
      last = (index, (node ?? leaves[index]).insertAfter(blockHTML: view(fault)))
    }
  }

  /// All errors one after the other, for a chapter whose text is shown as it stands.
  var list: HTML { "\(faults.map(view).joined())\(atEnd)" }

  /// An error in another file, such as the bibliography, says which; its folder is nobody's business.
  private func view(_ fault: Diagnostic) -> HTML {
    var shown = fault
    if let range = fault.range, range.file != chapter.path {
      let name = range.file.split(separator: "/").last ?? ""
      shown.message = "\(name):\(range.start.line):\(range.start.column): \(fault.message)"
      shown.range = nil
    }
    return FailureView(words: words.outputs, diagnostic: shown).html
  }

  /// The blocks below which errors may stand: not those of footnotes to which nothing refers, for the
  /// page does not show them.
  private static func leaves(of document: MarkdownDocument) -> [MarkdownNode] {
    let nodes = Array(document.root.descendants)
    let used = Set(nodes.lazy.filter { $0.kind == .footnoteMark }.compactMap(\.name))
    let unused = document.root.children.filter {
      $0.kind == .footnote && !used.contains($0.name ?? "")
    }
    let hidden = Set(unused.flatMap { $0.descendants })
    return nodes.filter { isLeaf($0) && !hidden.contains($0) }
  }

  /// Returns true when a block holds text or code, and no other blocks.
  private static func isLeaf(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak, .table,
      .displayFormula, .block:
      true
    default: false
    }
  }

  /// The last leaf that begins on or above the line of an error; nil for an error that stands before
  /// all of them, or nowhere.
  private func leaf(of fault: Diagnostic, _ lines: [Int]) -> Int? {
    guard let range = fault.range, range.file == chapter.path else { return nil }
    let line = range.start.line
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension Block {
  /// The line of the closing fence.
  fileprivate var lastLine: Int {
    codeStart.line + code.utf8.count { $0 == UInt8(ascii: "\n") }
  }
}
