import BookModel
import SwiftLexing

/// An experiment with the setup blocks above it, unless it is marked `standalone`; together they are the
/// whole of its program.
///
/// The island has lines of its own, counted from 1: those of its setup blocks in their order, then
/// those of the experiment. A program names these lines, not those of the chapter, so that neither the
/// program nor its outputs change when the prose around the blocks does.
struct Island: Sendable {
  /// The path of the chapter, as the user named it.
  let path: String
  /// The chapter's seed.
  let seed: UInt64
  /// The setup blocks above the experiment, in the order of the text; none for one that stands alone.
  let setups: [ChapterUnits.Setup]
  /// The setup blocks above it that are left out because it stands alone.
  private let unseen: [ChapterUnits.Setup]
  /// The experiment.
  let experiment: ChapterUnits.Experiment

  /// Makes the island of one of a chapter's experiments.
  init(_ experiment: ChapterUnits.Experiment, in units: ChapterUnits) {
    (path, seed) = (units.path, units.seed)
    setups = units.setups.filter(experiment.sees)
    unseen = units.setups.filter { $0.index < experiment.index && !experiment.sees($0) }
    self.experiment = experiment
  }

  /// Returns true when a setup block that is left out declares a name.
  func leavesOut(_ name: String) -> Bool {
    unseen.contains { Self.declares(name, in: $0.block.code) }
  }

  /// Returns true when code declares a name outside of all braces.
  private static func declares(_ name: String, in code: String) -> Bool {
    let bytes = Array(code.utf8)
    var (depth, isPattern, isName) = (0, false, false)
    for token in SwiftLexer.tokens(in: code) where !token.isSpace {
      let text = token.text(in: bytes)
      if depth == 0, token.isName, isPattern || isName, text == name { return true }
      isName =
        depth == 0 && token.kind == .keyword
        && ["func", "struct", "class", "enum", "protocol", "typealias"].contains(text)
      if depth == 0, token.kind == .keyword { isPattern = text == "let" || text == "var" }
      if text == "=" || text == ":" || token.kind == .newline { isPattern = false }
      if text == "{" || text == "}" { depth += token.nesting(in: bytes) }
    }
    return false
  }

  /// Returns true when a position is in a piece that the program has at file scope, such as an extension,
  /// and a name stands in the rest, which that piece does not see.
  func hides(_ name: String, at position: SourcePosition) -> Bool {
    let parts = parts
    guard
      let index = parts.lastIndex(where: { $0.firstLine <= position.line }),
      case let pieces = FileScopePieces(parts.map(\.unit.block))
    else { return false }
    let lines = parts[index].unit.block.code.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let above = lines.prefix(position.line - parts[index].firstLine)
    let offset = above.reduce(position.column - 1) { $0 + $1.count + 1 }
    return pieces.pieces.contains { $0.block == index && $0.range.contains(offset) }
      && parts.indices.contains { Self.has(name, in: pieces.remainder(ofBlock: $0)) }
  }

  private static func has(_ name: String, in code: [UInt8]) -> Bool {
    SwiftLexer.tokens(in: String(decoding: code, as: UTF8.self)).contains {
      $0.isName && $0.text(in: code) == name
    }
  }

  /// The experiment's id.
  var id: String { experiment.id }

  /// The data files that the setup blocks and the experiment declare, each once.
  var data: [DeclaredFile] {
    var seen: Set<String> = []
    return (setups.map(\.block) + [experiment.block]).flatMap(\.options.data)
      .filter { seen.insert($0.name).inserted }
  }

  /// The setup blocks and the experiment, each with its first line in the island.
  var parts: [(unit: ChapterUnits.Unit, firstLine: Int)] {
    var line = 1
    let units = setups.map(ChapterUnits.Unit.setup) + [.experiment(experiment)]
    return units.map { unit in
      defer { line += unit.block.lineCount }
      return (unit, line)
    }
  }

  /// The experiment's first line, which stands for the experiment as a whole.
  var place: SourceRange { SourceRange(file: path, start: experiment.block.codeStart) }

  /// The experiment's opening fence.
  var fence: SourceRange { experiment.block.fence }

  /// Returns the part that holds a line of the island; the line behind the last belongs to the last part.
  func part(atLine line: Int) -> (unit: ChapterUnits.Unit, firstLine: Int)? {
    let parts = parts
    let end = (parts.last?.firstLine ?? 1) + experiment.block.lineCount
    guard line >= 1, line <= end else { return nil }
    return parts.last {
      $0.firstLine <= line && ($0.unit.block.lineCount > 0 || $0.firstLine == line)
    }
  }

  /// Returns the text of a line; nil when there is no such line.
  func line(_ number: Int) -> String? {
    guard let (unit, firstLine) = part(atLine: number) else { return nil }
    let lines = unit.block.code.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = number - firstLine
    return lines.indices.contains(index) ? String(Substring(lines[index])) : nil
  }

  /// Returns the setup block or experiment that holds a line of the island.
  func unit(atLine line: Int) -> ChapterUnits.Unit? { part(atLine: line)?.unit }

  /// Returns `true` when a line of the island is one of the experiment's own.
  func isOwn(line: Int) -> Bool {
    if case .experiment = unit(atLine: line) { true } else { false }
  }

  /// The place of the loop in which it is when it does not end; nil when several may be meant, or none.
  var likelyLoop: SourcePosition? {
    EndlessLoop.likelyPosition(
      in: parts.map { unit, _ in
        let code = unit.block.code
        return unit.block.lineCount == 0 || code.hasSuffix("\n") ? code : code + "\n"
      }.joined())
  }

  /// Returns the place in the chapter of a position of the island; nil when the island has no such line.
  /// A column past the end of its line is taken for the end.
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
