import BookModel
import Execution

/// Proposals for the names between quotation marks in a block: knobs, published values, data files.
struct NameCompletions {
  let chapter: EditedChapter

  /// Returns the proposals at a place of a block; nil when no such name is being written there.
  func proposals(at offset: Int, _ place: BlockPosition) -> [Completion]? {
    let block = chapter.chapter.blocks[place.block]
    let line = chapter.text.content(ofLine: chapter.text.position(ofByte: offset).line)
    let before = chapter.text.bytes[line.lowerBound..<offset]
    guard let quote = before.lastIndex(of: UInt8(ascii: "\"")) else { return nil }
    let typed = (quote + 1)..<offset
    let ahead = String(decoding: before[..<quote], as: UTF8.self)
    func names(_ names: [String]) -> [Completion] {
      names.uniqued.map { Completion($0, .value, replacing: typed) }
    }
    let source = chapter.chapter
    if ahead.hasSuffix("knob(") {
      return names(
        CalledName.all(givenBy: "knob", in: source).filter { $0.block != place.block }.map(\.name))
    }
    if ahead.hasSuffix("publish(") {
      let id = block.experimentID
      return names(source.inlineValues.filter { $0.experiment == id }.map(\.name))
    }
    if ahead.hasSuffix("data(") {
      let above = source.blocks[...place.block].filter {
        $0.role == .setup || $0 == block
      }
      return names(above.flatMap(\.options.data).map(\.name))
    }
    return nil
  }
}
