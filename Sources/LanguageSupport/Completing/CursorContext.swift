import Execution

/// What is being written at a place of a chapter. The ranges are those of the typed part of a word, up to
/// the place.
package enum CursorContext: Equatable, Sendable {
  /// Swift, at a place of a block.
  case code(BlockPosition)
  /// A word on the fence of a block, behind the words before it.
  case fence(before: [String], typed: Range<Int>)
  /// The name of an option on a `//|` line of a block.
  case optionName(block: Int, typed: Range<Int>)
  /// The path of a data file on a `//| data:` line.
  case dataFile(typed: Range<Int>)
  /// A key of the front matter.
  case frontMatterKey(typed: Range<Int>)
  /// The value of a key of the front matter.
  case frontMatterValue(key: String, typed: Range<Int>)
  /// A label behind `](#` or `](chapter.md#`.
  case label(chapter: String?, typed: Range<Int>)
  /// A path behind `](`.
  case path(isImage: Bool, typed: Range<Int>)
  /// The key of a work behind `@`.
  case citation(typed: Range<Int>)
  /// The text behind `` `= ``.
  case inlineValue(typed: Range<Int>)
  /// A command of a formula, its backslash included.
  case formulaCommand(typed: Range<Int>)
  /// An environment behind `\begin{`.
  case formulaEnvironment(typed: Range<Int>)
  /// Anything else.
  case text

  /// The range of what has been typed.
  package var typed: Range<Int>? {
    switch self {
    case .fence(_, let typed), .optionName(_, let typed), .dataFile(let typed),
      .frontMatterKey(let typed), .frontMatterValue(_, let typed), .label(_, let typed),
      .path(_, let typed), .citation(let typed), .inlineValue(let typed),
      .formulaCommand(let typed), .formulaEnvironment(let typed):
      typed
    case .code, .text: nil
    }
  }
}
