/// A problem in a formula, with its position.
public struct TeXFault: Equatable, Sendable {
  /// The kinds of problems.
  public enum Kind: Hashable, Sendable {
    /// The formula is empty.
    case empty
    /// It has this many bytes, which is too many.
    case tooLong(Int)
    /// Groups are nested too deeply.
    case tooDeep
    /// A command, without its backslash, that is not in the table.
    case unknownCommand(String)
    /// A command that is known and not supported, and what to do instead.
    case refusedCommand(String, instead: String)
    /// `\begin` of something that is not in the table.
    case unknownEnvironment(String)
    /// A character that has no meaning in a formula, and what to write instead.
    case character(String, instead: String?)
    /// A command lacks its argument.
    case missingArgument(of: String)
    /// A command expects a plain word in braces, such as a name or a length.
    case wrongWord(String, of: String)
    /// The opening of a group or an environment that is not closed.
    case unclosed(String)
    /// A closing without an opening.
    case unopened(String)
    /// An environment is closed with another name.
    case wrongEnd(String, expected: String)
    /// Not a delimiter, after `\left` and the like.
    case wrongDelimiter(String, after: String)
    /// A second superscript or subscript on the same base.
    case doubleScript(String)
    /// A command or character that is only allowed elsewhere.
    case misplaced(String)
    /// A row of an array has more cells than this number of columns.
    case tooManyCells(Int)
  }

  /// The kind of problem.
  public let kind: Kind
  /// The index of the first byte in the UTF-8 of the formula, from 0.
  public let offset: Int
  /// The number of bytes concerned.
  public let length: Int
}
