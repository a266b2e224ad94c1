import BookModel

/// The blocks of a chapter that run, in the order of the text.
struct ChapterUnits {
  /// A setup block, with its index in `Chapter.blocks`.
  struct Setup {
    var index: Int
    var block: Block
  }

  /// An experiment, with its index in `Chapter.blocks`.
  struct Experiment {
    var index: Int
    var block: Block
    var id: String
  }

  /// A block of either kind, where both are treated alike.
  enum Unit {
    case setup(Setup)
    case experiment(Experiment)

    /// The index in `Chapter.blocks`.
    var index: Int {
      switch self {
      case .setup(let setup): setup.index
      case .experiment(let experiment): experiment.index
      }
    }

    /// The block itself.
    var block: Block {
      switch self {
      case .setup(let setup): setup.block
      case .experiment(let experiment): experiment.block
      }
    }
  }

  /// The path of the chapter, as the user named it.
  let path: String
  /// The chapter's seed.
  let seed: UInt64
  /// The setup blocks and the experiments that are not marked `norun`.
  let units: [Unit]

  /// Selects the blocks of a chapter that run.
  init(_ chapter: Chapter) {
    path = chapter.path
    seed = chapter.frontMatter.seed
    units = chapter.blocks.enumerated().compactMap { index, block in
      if block.options.norun { return nil }
      return switch block.role {
      case .listing: nil
      case .setup: .setup(Setup(index: index, block: block))
      case .experiment(let id): .experiment(Experiment(index: index, block: block, id: id))
      }
    }
  }

  /// The experiments, in the order of the text.
  var experiments: [Experiment] {
    units.compactMap { if case .experiment(let experiment) = $0 { experiment } else { nil } }
  }

  /// The setup blocks, in the order of the text.
  var setups: [Setup] {
    units.compactMap { if case .setup(let setup) = $0 { setup } else { nil } }
  }

  /// Returns the place in the chapter of a byte of a block's code.
  func place(of offset: Int, in block: Block) -> SourceRange {
    let before = Array(block.code.utf8.prefix(offset))
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let column = before.count - ((before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
    let start = block.codeStart
    return SourceRange(file: path, line: start.line + line, column: start.column + column)
  }

  /// Returns the first line of a block's code, which stands for the block as a whole.
  func place(of block: Block) -> SourceRange {
    SourceRange(file: path, start: block.codeStart)
  }
}

extension Block {
  /// The number of lines of its code; a last line without a newline counts.
  var lineCount: Int {
    let newlines = code.utf8.count { $0 == UInt8(ascii: "\n") }
    return code.utf8.last == UInt8(ascii: "\n") || code.isEmpty ? newlines : newlines + 1
  }
}
