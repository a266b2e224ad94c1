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
    /// A command, without its backslash, that is neither in the table nor one of the author's
    /// macros, which have these names.
    case unknownCommand(String, macros: [String] = [])
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
    /// A definition that lacks the name or the body, or something that is no definition.
    case wrongDefinition(String)
    /// A `#` in the body of a macro, with what follows, that is none of its parameters.
    case wrongParameter(String, of: String)
    /// A macro, without its backslash, that calls itself.
    case endlessMacro(String)
    /// A macro, without its backslash, whose uses within it become too many or too long.
    case expandsTooMuch(String)

    /// True when the rest of the formula is not read.
    var endsReading: Bool {
      switch self {
      case .tooDeep, .expandsTooMuch: true
      default: false
      }
    }
  }

  /// The kind of problem.
  public let kind: Kind
  /// The index of the first byte in the UTF-8 of the formula, from 0.
  public let offset: Int
  /// The number of bytes concerned.
  public let length: Int
  /// The name of the macro of which the place is a use, when the problem lies in what the macro
  /// stands for.
  public let macro: String?

  init(kind: Kind, offset: Int, length: Int, macro: String? = nil) {
    (self.kind, self.offset, self.length, self.macro) = (kind, offset, length, macro)
  }
}
