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

    /// True for a setup block above it, unless it stands alone.
    func sees(_ setup: Setup) -> Bool { setup.index < index && !block.options.standalone }
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
    let all = chapter.blocks.enumerated().compactMap { index, block -> Unit? in
      switch block.role {
      case .listing: nil
      case .setup: .setup(Setup(index: index, block: block))
      case .experiment(let id): .experiment(Experiment(index: index, block: block, id: id))
      }
    }
    units = all.filter { !$0.block.options.norun }
    let last = all.last { unit in
      if case .experiment = unit { !unit.block.options.standalone } else { false }
    }
    unseenSetups = units.compactMap { unit in
      if case .setup(let setup) = unit, setup.index > last?.index ?? -1 { setup } else { nil }
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

  /// The setup blocks that no experiment sees, not even one that is marked `norun`.
  let unseenSetups: [Setup]

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
