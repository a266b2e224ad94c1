import BookModel

/// An experiment with the setup blocks above it: all that its program holds, and nothing else.
///
/// The island has lines of its own, counted from 1: those of its setup blocks in their order, then
/// those of the experiment. A program names these lines, not those of the chapter, so that neither the
/// program nor its outputs change when the prose around the blocks does.
struct Island: Sendable {
  /// The path of the chapter, as the user named it.
  let path: String
  /// The chapter's seed.
  let seed: UInt64
  /// The setup blocks above the experiment, in the order of the text.
  let setups: [ChapterUnits.Unit]
  /// The experiment.
  let experiment: ChapterUnits.Unit

  /// The island of one of a chapter's experiments.
  init(_ experiment: ChapterUnits.Unit, in units: ChapterUnits) {
    (path, seed) = (units.path, units.seed)
    (setups, self.experiment) = (units.setups(above: experiment), experiment)
  }

  /// The experiment's id.
  var id: String { experiment.experiment ?? "" }

  /// The setup blocks and the experiment, each with its first line in the island.
  var parts: [(unit: ChapterUnits.Unit, firstLine: Int)] {
    var line = 1
    return (setups + [experiment]).map { unit in
      defer { line += unit.block.lineCount }
      return (unit, line)
    }
  }

  /// The experiment as a whole: its first line.
  var place: SourceRange { SourceRange(file: path, start: experiment.block.codeStart) }

  /// The experiment's opening fence.
  var fence: SourceRange { experiment.block.fence }

  /// The part that holds a line of the island; the line after the last one counts as the last one's.
  func part(atLine line: Int) -> (unit: ChapterUnits.Unit, firstLine: Int)? {
    let parts = parts
    let end = (parts.last?.firstLine ?? 1) + experiment.block.lineCount
    guard line >= 1, line <= end else { return nil }
    return parts.last {
      $0.firstLine <= line && ($0.unit.block.lineCount > 0 || $0.firstLine == line)
    }
  }

  /// The unit that holds a line of the island.
  func unit(atLine line: Int) -> ChapterUnits.Unit? { part(atLine: line)?.unit }

  /// The place of its only loop with nothing in its braces; nil when there is none, or a choice.
  var onlyEmptyLoop: SourcePosition? {
    EmptyLoop.onlyPosition(
      in: parts.map { unit, _ in
        let code = unit.block.code
        return unit.block.lineCount == 0 || code.hasSuffix("\n") ? code : code + "\n"
      }.joined())
  }

  /// Where a position of the island stands in the chapter; nil when the island has no such line. A
  /// column past the end of its line is taken for the end.
  func range(of position: SourcePosition) -> SourceRange? {
    guard let (unit, firstLine) = part(atLine: position.line) else { return nil }
    let block = unit.block
    let line = min(position.line - firstLine, max(block.lineCount - 1, 0))
    let lines = block.code.utf8.split(
      separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
    let length = lines.indices.contains(line) ? lines[line].count : 0
    let column = min(max(position.column, 1), length + 1)
    return SourceRange(
      file: path, line: block.codeStart.line + line, column: block.codeStart.column + column - 1)
  }
}
