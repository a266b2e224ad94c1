/// Something in a formula that is not understood, and where.
public struct TeXFault: Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// Nothing is written.
    case empty
    /// It has so many bytes, more than are read.
    case tooLong(Int)
    /// Groups are nested deeper than is read.
    case tooDeep
    /// A command, without its backslash, that is not in the table.
    case unknownCommand(String)
    /// A command that is known and not wanted, and what to do instead.
    case refusedCommand(String, instead: String)
    /// `\begin` of something that is not in the table.
    case unknownEnvironment(String)
    /// A character that has no meaning in a formula, and what to write instead.
    case character(String, instead: String?)
    /// A command lacks what it acts on.
    case missingArgument(of: String)
    /// A command expects a plain word in braces, such as a name or a length.
    case wrongWord(String, of: String)
    /// What opens something that nothing closes.
    case unclosed(String)
    /// What closes something that is not open.
    case unopened(String)
    /// An environment is closed by another's name.
    case wrongEnd(String, expected: String)
    /// Not a delimiter, after `\left` and the like.
    case wrongDelimiter(String, after: String)
    /// A second superscript or subscript on the same base.
    case doubleScript(String)
    /// Something that only has a meaning elsewhere.
    case misplaced(String)
    /// A row of an array has more cells than columns were announced.
    case tooManyCells(Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// The first byte, counted from 0 in the UTF-8 of the formula.
  public let offset: Int
  /// How many bytes are concerned.
  public let length: Int
}
