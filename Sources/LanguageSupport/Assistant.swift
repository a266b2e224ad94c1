import BookModel
import Execution
import Parsing
import Prose

/// Answers the questions of an editor about a chapter: what could stand here, what is this, where does it
/// come from. Places are bytes of the chapter's text.
package struct Assistant: Sendable {
  /// The book around the chapter.
  package let book: any EditedBook
  /// The toolchain's service.
  package let service: SwiftService

  /// Makes an assistant.
  package init(book: any EditedBook, service: SwiftService) {
    (self.book, self.service) = (book, service)
  }

  /// Returns what a build would report of a chapter's links to other chapters.
  package func linkFindings(in chapter: EditedChapter) async -> [Diagnostic] {
    guard chapter.chapter.prose.references.contains(where: { $0.chapter != nil }) else { return [] }
    let others = await book.chapters(beside: chapter.path)?.map { other in
      var other = other.chapter
      // The labels of a generated part are unknown, as those of a chapter without a tree are.
      if other.frontMatter.isGenerated { other.tree = nil }
      return other
    }
    guard let others else { return [] }
    var chapters = [chapter.chapter] + others
    return BookReferences.check(&chapters).filter { $0.range?.file == chapter.path }
  }

  /// Returns the proposals for what could stand at a place.
  /// - Parameter trigger: the character just typed that asked by itself; nil when the author asked
  package func completions(
    in chapter: EditedChapter, at offset: Int, after trigger: String? = nil
  ) async -> Completions {
    let context = ContextReader.context(in: chapter, at: offset)
    guard case .code(let place) = context else {
      return Completions(
        await OwnCompletions(chapter: chapter, book: book).proposals(for: context))
    }
    if let names = NameCompletions(chapter: chapter).proposals(at: offset, place) {
      return Completions(names)
    }
    // The other characters ask within Markdown only.
    guard trigger == nil || trigger == "." || trigger == "(" else { return Completions() }
    // Without an answer, the next letter asks again.
    return await SwiftAssistance(chapter: chapter, service: service)
      .completions(at: place, offset) ?? Completions(isIncomplete: true)
  }

  /// Returns the explanation of what is at a place; nil when there is nothing to say.
  package func explanation(in chapter: EditedChapter, at offset: Int) async -> Explanation? {
    if let place = chapter.blockPlaces.place(ofByte: offset) {
      return await SwiftAssistance(chapter: chapter, service: service).explanation(at: place)
    }
    return await OwnExplanations(chapter: chapter, book: book).explanation(at: offset)
  }

  /// Returns the forms of the call that is being written at a place.
  package func callHelp(in chapter: EditedChapter, at offset: Int) async -> CallHelp? {
    guard let place = chapter.blockPlaces.place(ofByte: offset) else { return nil }
    return await SwiftAssistance(chapter: chapter, service: service).callHelp(at: place)
  }

  /// Returns the places where what is at a place is declared.
  package func declarations(in chapter: EditedChapter, at offset: Int) async -> [CodePlace] {
    if let place = chapter.blockPlaces.place(ofByte: offset) {
      return await SwiftAssistance(chapter: chapter, service: service).declarations(at: place)
    }
    if let value = publication(in: chapter, at: offset) { return [value] }
    guard let uses = try? await uses(in: chapter, at: offset) else { return [] }
    return uses.filter(\.isDeclaration).map { .chapter(path: $0.path, $0.range) }
  }

  /// Returns the call that publishes the value whose name is at a place.
  private func publication(in chapter: EditedChapter, at offset: Int) -> CodePlace? {
    let value = chapter.chapter.inlineValues.first { value in
      let range = chapter.text.bytes(of: value.range)
      // The first name is the experiment's.
      return range.lowerBound + value.experiment.utf8.count + 1 < offset
        && offset <= range.upperBound
    }
    guard let value else { return nil }
    let calls = CalledName.all(givenBy: "publish", in: chapter.chapter).filter {
      $0.name == value.name
    }
    let blocks = chapter.chapter.blocks
    let call =
      calls.first { blocks[$0.block].experimentID == value.experiment } ?? calls.first
    return call.flatMap { call -> CodePlace? in
      let before = Array(blocks[call.block].code.utf8.prefix(call.offset))
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let place = BlockPosition(
        block: call.block, line: before.count { $0 == UInt8(ascii: "\n") },
        column: call.offset - start)
      return chapter.blockPlaces.offset(of: place).map { start in
        .chapter(path: chapter.path, start..<(start + call.name.utf8.count))
      }
    }
  }

  /// Returns the sections of a chapter with what is in them.
  package func outline(of chapter: EditedChapter) -> [OutlineItem] {
    ChapterOutline.items(of: chapter)
  }

  /// Returns the label at a place, if there is one.
  package func label(in chapter: EditedChapter, at offset: Int) -> LabelUse? {
    LabelRenaming.target(in: chapter, at: offset)
  }

  /// Returns all places of the label at a place, in the whole book.
  package func uses(in chapter: EditedChapter, at offset: Int) async throws(LabelRenaming.Refusal)
    -> [LabelUse]
  {
    let others = await book.chapters(beside: chapter.path) ?? []
    return try LabelRenaming(in: chapter, at: offset, others: others, name: nil).uses
  }

  /// Returns the places that have to change when the label at a place gets another name.
  package func renaming(in chapter: EditedChapter, at offset: Int, to name: String)
    async
    throws(LabelRenaming.Refusal) -> [LabelUse]
  {
    let others = await book.chapters(beside: chapter.path) ?? []
    return try LabelRenaming(in: chapter, at: offset, others: others, name: name).uses
  }

  /// Checks a program of a chapter, without running anything.
  /// - Returns: nil when there is no answer
  package func findings(in program: EditedProgram, of chapter: EditedChapter) async
    -> [EditingTools.Finding]?
  {
    await service.findings(in: program, of: chapter.path)
  }
}
