import BookModel
import Execution
import LanguageProtocol

/// The service's answers for a place of a chapter.
struct SwiftAssistance: Sendable {
  let chapter: EditedChapter
  let service: SwiftService

  /// Returns the block's program with a place's counterpart in it.
  private func program(at place: BlockPosition) -> (EditedProgram, ProgramPosition)? {
    guard let program = EditedProgram(chapter.chapter, block: place.block),
      let position = program.position(of: place)
    else { return nil }
    return (program, position)
  }

  /// Returns the byte of the chapter's text for a place in the service's text; nil for a place that is in
  /// no block.
  private func offset(_ place: TextPosition, in program: EditedProgram) -> Int? {
    let lines = TextLines(Array(program.source.utf8))
    guard let offset = lines.offset(line: place.line, column: place.character, .utf16) else {
      return nil
    }
    let position = lines.position(ofByte: offset, .utf8)
    return program.place(of: ProgramPosition(line: position.line, column: position.column))
      .flatMap(chapter.blockPlaces.offset)
  }

  /// Returns the proposals at a place; nil when there is no answer.
  /// - Parameter end: the byte of the place in the chapter's text
  func completions(at place: BlockPosition, _ end: Int) async -> Completions? {
    guard let (program, position) = program(at: place),
      let list = await service.completions(at: position, in: program, of: chapter.path)
    else { return nil }
    let items = list.items.compactMap { item -> Completion? in
      // Names of the program around the blocks.
      if item.label.lowercased().hasPrefix("gradbook") || item.label.hasPrefix("startNotebook") {
        return nil
      }
      let start = item.textEdit.flatMap { offset($0.range.start, in: program) } ?? end
      var completion = Completion(
        item.label, item.kind.flatMap(Completion.Kind.init) ?? .text, detail: item.detail,
        insertion: item.textEdit?.newText ?? item.insertText, replacing: min(start, end)..<end)
      completion.isTemplate = item.insertTextFormat == 2
      completion.documentation = item.documentation?.value
      (completion.filter, completion.order) = (item.filterText, item.sortText)
      return completion
    }
    return Completions(items, isIncomplete: list.isIncomplete)
  }

  /// Returns the explanation of what is at a place.
  func explanation(at place: BlockPosition) async -> Explanation? {
    guard let (program, position) = program(at: place),
      let hover = await service.hover(at: position, in: program, of: chapter.path)
    else { return nil }
    var range: Range<Int>?
    if let found = hover.range, let start = offset(found.start, in: program),
      let end = offset(found.end, in: program), start <= end
    {
      range = start..<end
    }
    return Explanation(markdown: hover.contents.value, range: range)
  }

  /// Returns the forms of the call around a place.
  func callHelp(at place: BlockPosition) async -> CallHelp? {
    guard let (program, position) = program(at: place),
      let help = await service.callHelp(at: position, in: program, of: chapter.path)
    else { return nil }
    let forms = help.signatures.map { signature in
      CallHelp.Form(
        text: signature.label, documentation: signature.documentation?.value,
        parameters: (signature.parameters ?? []).map { parameter in
          switch parameter.label {
          case .text(let text): text
          case .range(let start, let end):
            Self.text(start..<max(start, end), of: signature.label)
          }
        },
        activeParameter: signature.activeParameter ?? help.activeParameter)
    }
    return CallHelp(forms: forms, activeForm: help.activeSignature ?? 0)
  }

  /// Returns the part of a text in a range of UTF-16 units.
  private static func text(_ range: Range<Int>, of text: String) -> String {
    let units = Array(text.utf16)
    return String(decoding: units[range.clamped(to: units.indices)], as: UTF16.self)
  }

  /// Returns the places where what is at a place is declared.
  func declarations(at place: BlockPosition) async -> [CodePlace] {
    guard let (program, position) = program(at: place) else { return [] }
    let found = await service.declarations(at: position, in: program, of: chapter.path)
    return found.compactMap { declaration in
      switch declaration {
      case .here(let position):
        program.place(of: position).flatMap(chapter.blockPlaces.offset)
          .map { .chapter(path: chapter.path, $0..<$0) }
      case .elsewhere(let path, let line, let column):
        .file(path: path, line: line, utf16Column: column)
      }
    }
  }
}
