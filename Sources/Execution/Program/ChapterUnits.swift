import BookModel

/// A chapter's blocks that run, in the order of the text.
struct ChapterUnits {
  /// A setup block or an experiment, with its place among the chapter's blocks.
  struct Unit {
    /// The index in `Chapter.blocks`.
    var index: Int
    /// The block.
    var block: Block
    /// The id of an experiment; nil for a setup block.
    var experiment: String? { block.experimentID }
  }

  /// The path of the chapter, as the user named it.
  let path: String
  /// The chapter's seed.
  let seed: UInt64
  /// The setup blocks and the experiments that are not marked `norun`.
  let units: [Unit]

  /// Picks the blocks that run.
  init(_ chapter: Chapter) {
    path = chapter.path
    seed = chapter.frontMatter.seed
    units = chapter.blocks.enumerated().compactMap { index, block in
      switch block.role {
      case .listing: nil
      case .setup, .experiment: block.options.norun ? nil : Unit(index: index, block: block)
      }
    }
  }

  /// The experiments, in the order of the text.
  var experiments: [Unit] { units.filter { $0.experiment != nil } }

  /// The setup blocks, in the order of the text.
  var setups: [Unit] { units.filter { $0.experiment == nil } }

  /// The setup blocks above a unit.
  func setups(above unit: Unit) -> [Unit] { setups.filter { $0.index < unit.index } }

  /// The unit that holds a line of the chapter; nil when none does.
  func unit(atLine line: Int) -> Unit? {
    units.last {
      $0.block.codeStart.line <= line && line < $0.block.codeStart.line + $0.block.lineCount
    }
  }

  /// Where a byte of a unit's code stands in the chapter.
  func place(of offset: Int, in unit: Unit) -> SourceRange {
    let before = Array(unit.block.code.utf8.prefix(offset))
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let column = before.count - ((before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
    let start = unit.block.codeStart
    return SourceRange(file: path, line: start.line + line, column: start.column + column)
  }

  /// The place of a unit as a whole: its fence.
  func place(of unit: Unit) -> SourceRange {
    SourceRange(file: path, start: unit.block.codeStart)
  }
}

extension Block {
  /// The number of lines of its code.
  var lineCount: Int {
    let newlines = code.utf8.count { $0 == UInt8(ascii: "\n") }
    return code.utf8.last == UInt8(ascii: "\n") || code.isEmpty ? newlines : newlines + 1
  }
}
