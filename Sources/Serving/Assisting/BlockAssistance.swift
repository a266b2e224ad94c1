import BookModel
import BookPipeline
import Execution
import LanguageSupport
import Markdown

/// Answers what the page's field asks about the code of a block. Nothing runs for it.
struct BlockAssistance: Sendable {
  /// The chapter with the page's edits.
  private let chapter: EditedChapter
  private let assistant: Assistant
  /// The index in `Chapter.blocks` of the block that is asked about.
  private let block: Int
  private let places: BlockText

  /// Reads the chapter with the page's edits.
  /// - Throws: `EditFault` when they do not fit into it
  init(_ request: AssistRequest, _ chapter: Chapter, _ assistant: Assistant) async throws(EditFault)
  {
    let file = EditableChapter(Array(chapter.text.utf8), path: chapter.path)
    let bytes = try file.applying(request.edits)
    self.chapter = EditedChapter(
      path: chapter.path, text: ChapterText(bytes),
      read: await assistant.book.read(bytes, path: chapter.path))
    let blocks = self.chapter.chapter.blocks
    guard
      let block = blocks.firstIndex(where: { $0.number != nil && $0.anchor == request.anchor })
    else { throw .noBlock(request.anchor) }
    (self.block, self.assistant) = (block, assistant)
    places = BlockText(self.chapter, block: block)
  }

  /// Returns the proposals for what could stand at a place.
  func completions(at offset: Int) async -> AssistAnswer.Completions {
    guard let place = places.byte(at: offset) else { return .init(items: [], isIncomplete: false) }
    let found = await assistant.completions(in: chapter, at: place)
    let sorted = found.items.enumerated().sorted {
      ($0.element.order ?? $0.element.label, $0.offset)
        < ($1.element.order ?? $1.element.label, $1.offset)
    }
    return .init(
      items: sorted.map { _, item in
        let (insertion, filledIn) = item.filled
        let units = TextLines(Array(insertion.utf8))
        return .init(
          label: item.label, kind: "\(item.kind)", detail: item.detail ?? "",
          documentation: item.documentation.map(Self.html) ?? "",
          insertion: insertion,
          places: filledIn.map { place in
            [place.lowerBound, place.upperBound].map { units.position(ofByte: $0, .utf16).column }
          },
          start: places.offset(ofByte: item.replaced.lowerBound) ?? offset,
          filter: item.filter ?? item.label)
      }, isIncomplete: found.isIncomplete)
  }

  /// Returns the explanation of what is at a place.
  func explanation(at offset: Int) async -> AssistAnswer.Explanation {
    guard let place = places.byte(at: offset),
      let found = await assistant.explanation(in: chapter, at: place)
    else { return .init(html: "", start: offset, end: offset) }
    return .init(
      html: Self.html(found.markdown),
      start: found.range.flatMap { places.offset(ofByte: $0.lowerBound) } ?? offset,
      end: found.range.flatMap { places.offset(ofByte: $0.upperBound) } ?? offset)
  }

  /// Returns the call that is being written at a place.
  func call(at offset: Int) async -> AssistAnswer.Call {
    guard let place = places.byte(at: offset),
      let help = await assistant.callHelp(in: chapter, at: place),
      help.forms.indices.contains(help.activeForm)
    else { return .init(text: "", argument: "", documentation: "") }
    let form = help.forms[help.activeForm]
    let argument = form.activeParameter.flatMap {
      form.parameters.indices.contains($0) ? form.parameters[$0] : nil
    }
    return .init(
      text: form.text, argument: argument ?? "",
      documentation: form.documentation.map { Self.html(Self.firstParagraph(of: $0)) } ?? "")
  }

  private static func firstParagraph(of markdown: String) -> String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Returns what is wrong in the block, and in the setup blocks above it.
  func findings() async -> AssistAnswer.Findings {
    var all = chapter.findings
    var isComplete = true
    if let program = EditedProgram(chapter.chapter, block: block), !program.hasProblem {
      if let found = await assistant.findings(in: program, of: chapter) {
        var compiled = CompilerFindings()
        compiled.set(found, in: program, of: chapter.chapter)
        all += compiled.diagnostics([program], in: chapter)
      } else {
        isComplete = false
      }
    }
    return .init(items: all.sortedByPlace.compactMap(item), isComplete: isComplete)
  }

  private func item(_ finding: Diagnostic) -> AssistAnswer.Findings.Item? {
    guard let range = finding.range, range.file == chapter.path else { return nil }
    let bytes = chapter.text.bytes(of: range)
    guard let place = chapter.blockPlaces.place(ofByte: bytes.lowerBound),
      place.block <= block
    else { return nil }
    let text = place.block == block ? places : BlockText(chapter, block: place.block)
    guard let start = text.offset(ofByte: bytes.lowerBound) else { return nil }
    return .init(
      anchor: chapter.chapter.blocks[place.block].anchor, start: start,
      end: text.offset(ofByte: bytes.upperBound) ?? start, isError: finding.severity == .error,
      message: finding.message, hint: finding.hint ?? "")
  }

  private static func html(_ markdown: String) -> String { MarkdownDocument(markdown).html() }
}
