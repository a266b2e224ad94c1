import BookModel

/// A place in the code of one of a chapter's blocks.
package struct BlockPosition: Hashable, Sendable {
  /// The index in `Chapter.blocks`.
  package var block: Int
  /// The line of the block's code, from 0.
  package var line: Int
  /// The column in UTF-8 bytes, from 0.
  package var column: Int

  /// Makes a place.
  package init(block: Int, line: Int, column: Int) {
    (self.block, self.line, self.column) = (block, line, column)
  }
}

/// A place in a program.
package struct ProgramPosition: Hashable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// The column in UTF-8 bytes, from 0.
  package var column: Int

  /// Makes a place.
  package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// The program of a block while it is being written: the setup blocks above it and itself, as they are
/// compiled, but without the directives that name the author's lines. It knows them by itself.
package struct EditedProgram: Sendable {
  /// The program as one Swift file.
  package let source: String
  /// The index in `Chapter.blocks` of the block that it is the program of.
  package let block: Int
  /// True when one of its blocks has an error that keeps it from being compiled.
  package let hasProblem: Bool
  let island: Island
  private let lines: [ProgramText.CodeLine?]
  private let fileScope: FileScopePieces
  /// The parts of the island, by their indices in `Chapter.blocks`.
  private let parts: [Int]

  /// Writes the program of a block, which may be one that does not run.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - index: the block's index in `Chapter.blocks`
  /// - Returns: nil when there is no such block, or its code is the engine's
  package init?(_ chapter: Chapter, block index: Int) {
    guard chapter.blocks.indices.contains(index), chapter.blocks[index].options.source == nil else {
      return nil
    }
    let block = chapter.blocks[index]
    let last = ChapterUnits.Experiment(index: index, block: block, id: block.experimentID ?? "")
    island = Island(last, in: ChapterUnits(chapter))
    self.block = index
    let units = island.parts.map(\.unit)
    parts = units.map(\.index)
    hasProblem = units.contains { $0.block.problem != nil }
    fileScope = FileScopePieces(units.map(\.block))
    let text = ExperimentProgram.text(of: island, fileScope)
    lines = text.lines
    let written = text.source.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let directive = Array("#sourceLocation".utf8)
    var source: [UInt8] = []
    for (index, line) in written.enumerated() {
      let isDirective =
        index < text.lines.count && text.lines[index] == nil && line.starts(with: directive)
      if !isDirective { source += line }
      if index < written.count - 1 { source.append(UInt8(ascii: "\n")) }
    }
    self.source = String(decoding: source, as: UTF8.self)
  }

  /// The indices in `Chapter.blocks` of the setup blocks and of the block itself.
  package var blocks: [Int] { parts }

  /// Returns the place in the program of one in a block; nil when the block is no part of the program,
  /// or has no such line.
  package func position(of place: BlockPosition) -> ProgramPosition? {
    guard let part = parts.firstIndex(of: place.block) else { return nil }
    let code = Array(island.parts[part].unit.block.code.utf8)
    var offset = 0
    for _ in 0..<place.line {
      guard let newline = code[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      offset = newline + 1
    }
    offset += place.column
    let piece = fileScope.pieces.firstIndex {
      $0.block == part && $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }
    let wanted = ProgramText.CodeLine(block: part, line: place.line, piece: piece)
    return lines.firstIndex(of: wanted).map { ProgramPosition(line: $0, column: place.column) }
  }

  /// Returns the place in a block of one in the program; nil for a place in code that is no author's.
  package func place(of position: ProgramPosition) -> BlockPosition? {
    guard lines.indices.contains(position.line), let line = lines[position.line] else { return nil }
    return BlockPosition(block: parts[line.block], line: line.line, column: position.column)
  }

  /// Returns the place in the island of one in the program.
  func islandPosition(of position: ProgramPosition) -> SourcePosition? {
    guard lines.indices.contains(position.line), let line = lines[position.line] else { return nil }
    return SourcePosition(
      line: island.parts[line.block].firstLine + line.line, column: position.column + 1)
  }

  /// Returns the place in a block of one in the island.
  func place(ofIsland position: SourcePosition) -> BlockPosition? {
    island.part(atLine: position.line).map { unit, firstLine in
      BlockPosition(
        block: unit.index, line: position.line - firstLine, column: max(position.column - 1, 0))
    }
  }
}
