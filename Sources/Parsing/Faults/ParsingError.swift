import SwiftLexing

/// What can be wrong with a chapter. `ParsingErrorWording.swift` says it in words.
enum ParsingError: Equatable {
  case text(TextFault)
  case frontMatter(FrontMatterFault)
  case block(BlockFault)
  case inlineValue(InlineValueFault)
  case formula(FormulaFault)
  case prose(ProseFault)
}

/// What can be wrong with a file as a whole.
enum TextFault: Equatable {
  /// It has so many bytes, more than are parsed.
  case tooLarge(Int)
  /// It has a byte that is not UTF-8.
  case notUTF8(byte: UInt8)
  /// It has a byte 0.
  case nul
  /// It has a line that ends with CR alone.
  case loneCarriageReturn
  /// Quotes, lists or markup are nested deeper than is parsed.
  case tooDeep
}

/// What can be wrong between the `---` lines.
enum FrontMatterFault: Equatable {
  /// There is no second `---`.
  case unclosed
  /// It has so many bytes, more than are read.
  case tooLarge(Int)
  /// It is not YAML, for the reason given by the YAML parser.
  case notYAML(String)
  /// It is YAML, but not `key: value` lines.
  case notKeys
  /// It holds an anchor or alias.
  case anchor
  case unknownKey(String)
  case duplicateKey(String)
  /// A key's value is missing, or not of the key's type.
  case wrongValue(FrontMatterKey, found: FrontMatterValue)
}

/// What was found as the value of a key.
enum FrontMatterValue: Equatable {
  case nothing
  case text(String)
  case list
  case mapping
}

/// What can be wrong with a code block.
enum BlockFault: Equatable {
  /// No fence closes it; the opening fence is given.
  case unclosedFence(String)
  /// It has a role, but its first word is only nearly `swift`.
  case wrongLanguage(String)
  case unknownRole(String, meant: String)
  /// The role does not stand directly after `swift`.
  case misplacedRole(String)
  case unknownOption(String)
  case duplicateOption(BlockOption)
  case notAllowed(BlockOption, on: BlockRole)
  /// An option of `//|` lines stands on the fence.
  case belongsOnLine(BlockOption)
  /// An option of the fence stands on a `//|` line.
  case belongsOnFence(BlockOption)
  case missingValue(BlockOption)
  case unexpectedValue(BlockOption)
  /// An experiment has no id.
  case missingID
  case duplicateID(String)
  case wrongID(String, suggestion: String?)
  case wrongTimeout(String)
  case wrongExpectation(String)
  /// A `//|` line has no `name:`.
  case noColon
  case unknownLine(String)
  /// A `//|` line stands below code.
  case strayLine
  /// The code does not end what it begins; what is at fault is given.
  case imbalance(SwiftImbalance.Kind, String)
  case wrongDocumentation(String)
  /// It says which declaration to show, but not of which file.
  case missingSource
  /// It is to show the engine's code, but has code of its own.
  case sourceNotEmpty
  /// It stands inside raw HTML, and does not run.
  case insideHTML
}

/// What can be wrong with a place in the prose that names a published value.
enum InlineValueFault: Equatable {
  /// It is not of the form `=experiment.name`.
  case notAName(String)
  case unknownExperiment(String, known: [String])
  /// The experiment is marked `norun`.
  case doesNotRun(String)
  case wrongFormat(String)
}
