import SwiftLexing

/// An error in a chapter. `ParsingErrorWording.swift` contains the messages.
enum ParsingError: Equatable {
  case text(TextFault)
  case frontMatter(FrontMatterFault)
  case block(BlockFault)
  case inlineValue(InlineValueFault)
  case formula(FormulaFault)
  case prose(ProseFault)
  /// Syntax of another system, with an example.
  case foreign(ForeignSyntax, String)
}

/// An error in a file as a whole.
enum TextFault: Equatable {
  /// It has this many bytes, which is too many.
  case tooLarge(Int)
  /// It contains a byte that is not UTF-8.
  case notUTF8(byte: UInt8)
  /// It contains a byte 0.
  case nul
  /// It contains a line that ends with CR alone.
  case loneCarriageReturn
  /// Quotes, lists or markup are nested too deeply.
  case tooDeep
}

/// An error in front matter.
enum FrontMatterFault: Equatable {
  /// There is no second `---`.
  case unclosed
  /// It has this many bytes, which is too many.
  case tooLarge(Int)
  /// It is not YAML, for the reason given by the YAML parser.
  case notYAML(String)
  /// It is YAML, but does not consist of `key: value` lines.
  case notKeys
  /// It contains an anchor or alias.
  case anchor
  case unknownKey(String)
  /// The pages' own words are not in this language.
  case unknownLanguage(String)
  case duplicateKey(String)
  /// A key's value is missing, or not of the key's type.
  case wrongValue(FrontMatterKey, found: FrontMatterValue)
}

/// The value that was found for a key.
enum FrontMatterValue: Equatable {
  case nothing
  case text(String)
  case list
  case mapping
}

/// An error in a code block.
enum BlockFault: Equatable {
  /// There is no closing fence; the opening fence is given.
  case unclosedFence(String)
  /// It has a role, but its first word is only almost `swift`.
  case wrongLanguage(String)
  case unknownRole(String, meant: String)
  /// The role is not directly after `swift`.
  case misplacedRole(String)
  case unknownOption(String)
  case duplicateOption(BlockOption)
  case notAllowed(BlockOption, on: BlockRole)
  /// An option of `//|` lines is on the fence.
  case belongsOnLine(BlockOption)
  /// An option of the fence is on a `//|` line.
  case belongsOnFence(BlockOption)
  case missingValue(BlockOption)
  case unexpectedValue(BlockOption)
  /// An experiment has no id.
  case missingID
  case duplicateID(String)
  case wrongID(String, suggestion: String?)
  case wrongTimeout(String)
  case wrongExpectation(String)
  /// `live` has a value that is none of its own.
  case wrongLiveness(String)
  /// A block declares a data file twice.
  case repeatedFile(String)
  /// A `//|` line has no `name:`.
  case noColon
  case unknownLine(String)
  /// A `//|` line is below code.
  case strayLine
  /// The code does not close what it opens; the opening is given.
  case imbalance(SwiftImbalance.Kind, String)
  case wrongDocumentation(String)
  /// It names a declaration to show, but no file.
  case missingSource
  /// It refers to the engine's code, but has code of its own.
  case sourceNotEmpty
  /// It is inside raw HTML, and does not run.
  case insideHTML
}

/// An error in a reference to a published value.
enum InlineValueFault: Equatable {
  /// It does not have the form `=experiment.name`.
  case notAName(String)
  case unknownExperiment(String, known: [String])
  /// The experiment is marked `norun`.
  case doesNotRun(String)
  case wrongFormat(String)
}
