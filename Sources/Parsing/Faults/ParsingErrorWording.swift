import BookModel
import SwiftLexing

extension ParsingError {
  /// The finding, and what was expected.
  var message: String {
    switch self {
    case .text(let fault): fault.message
    case .frontMatter(let fault): fault.message
    case .block(let fault): fault.message
    case .inlineValue(let fault): fault.message
    case .formula(let fault): fault.message
    case .prose(let fault): fault.message
    case .foreign(let syntax, let example): syntax.message(example)
    }
  }

  /// The severity: a warning when the chapter can be used, but perhaps not as intended.
  var severity: Diagnostic.Severity {
    switch self {
    case .block(.insideHTML), .foreign, .frontMatter(.unknownKey), .frontMatter(.unknownLanguage),
      .formula(.unclosedDollars), .formula(.wrongID(_, .some)):
      .warning
    case .prose(let fault): fault.severity
    default: .error
    }
  }

  /// The kind of a fault of which a chapter is told once, with the first place and the count; nil for a
  /// fault that is told each time.
  var kindToldOnce: String? {
    switch self {
    case .foreign(let syntax, _): syntax.rawValue
    case .prose(let fault): fault.kindToldOnce
    case .formula(.unclosedDollars): "unclosed dollars"
    case .frontMatter(.unknownKey(let key)):
      NearMiss.word(near: key, among: FrontMatterKey.names) == nil ? "unknown key" : nil
    default: nil
    }
  }

  /// The next step.
  var hint: String {
    switch self {
    case .text(let fault): fault.hint
    case .frontMatter(let fault): fault.hint
    case .block(let fault): fault.hint
    case .inlineValue(let fault): fault.hint
    case .formula(let fault): fault.hint
    case .prose(let fault): fault.hint
    case .foreign(let syntax, _): syntax.hint
    }
  }
}

extension TextFault {
  fileprivate var message: String {
    switch self {
    case .tooLarge(let size):
      "the file has \(size) bytes; a chapter has at most \(ChapterLimit.size)"
    case .notUTF8(let byte): "byte 0x\(hex(byte)) is not UTF-8"
    case .nul: "the file holds a NUL byte"
    case .loneCarriageReturn: "a line ends with a carriage return alone"
    case .tooDeep: "nested deeper than \(ChapterLimit.depth) levels"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .tooLarge: "split it into several chapters"
    case .notUTF8: "save the file as UTF-8"
    case .nul: "remove it; is this a text file?"
    case .loneCarriageReturn: "save the file with LF or CR LF at the end of each line"
    case .tooDeep: "take quotes, lists or markup out of one another"
    }
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension FrontMatterFault {
  fileprivate var message: String {
    switch self {
    case .unclosed: "the front matter that begins here is not closed"
    case .tooLarge(let size):
      "the front matter has \(size) bytes; it has at most \(ChapterLimit.frontMatterSize)"
    case .notYAML(let problem): "the front matter is not YAML: \(problem)"
    case .notKeys: "the front matter is not made of 'key: value' lines"
    case .anchor: "an anchor or alias in the front matter"
    case .unknownKey(let key): "unknown front matter key '\(key)'"
    case .unknownLanguage(let language):
      "the words of the page itself are not known in the language '\(language)'; they are English"
    case .duplicateKey(let key): "the key '\(key)' is given twice"
    case .wrongValue(let key, let found):
      "'\(key.rawValue)' must be \(key.expectation), found \(found.phrase)"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .unclosed: "write a line '---' after it; for a horizontal rule write '***'"
    case .tooLarge: "keep the text for the chapter; here are only its title and the like"
    case .notYAML: "put a value with ':', '#' or quotes in it between \"…\""
    case .notKeys: "write for example 'title: Gradient descent'"
    case .anchor: "write the value out, or put it between \"…\" if it begins with '&' or '*'"
    case .unknownKey(let key):
      didYouMean(key, among: FrontMatterKey.names)
        ?? "the keys are \(FrontMatterKey.names.joined(separator: ", "))"
    case .unknownLanguage: "the languages are en and zh"
    case .duplicateKey: "remove one of the two"
    case .wrongValue(let key, _): "write for example '\(key.example)'"
    }
  }
}

extension FrontMatterValue {
  fileprivate var phrase: String {
    switch self {
    case .nothing: "nothing"
    case .text(let text): "'\(text)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension BlockFault {
  fileprivate var message: String {
    switch self {
    case .unclosedFence: "the code block that begins here is not closed"
    case .wrongLanguage(let word): "found '\(word)', expected 'swift'"
    case .unknownRole(let word, _): "unknown block option '\(word)'"
    case .misplacedRole(let word): "'\(word)' must stand directly after 'swift'"
    case .unknownOption(let word): "unknown block option '\(word)'"
    case .duplicateOption(let option): "'\(option.rawValue)' is given twice"
    case .notAllowed(let option, let role):
      "'\(option.rawValue)' does not go with \(role.phrase)"
    case .belongsOnLine(let option): "'\(option.rawValue)' does not go on the fence"
    case .belongsOnFence(let option): "'\(option.rawValue)' does not go on a '//|' line"
    case .missingValue(let option): "'\(option.rawValue)' has no value"
    case .unexpectedValue(let option): "'\(option.rawValue)' takes no value"
    case .missingID: "the experiment has no id"
    case .duplicateID(let id): "the id '\(id)' is used twice"
    case .wrongID(let id, _):
      "found the id '\(id)', expected small letters and digits with single hyphens between"
    case .wrongTimeout(let value):
      "found the timeout '\(value)', expected seconds from 0.1s to 600s"
    case .wrongExpectation(let value):
      "found the expectation '\(value)', expected 'trap' or 'compile-error'"
    case .wrongLiveness(let value):
      "found 'live=\(value)', expected 'live=false', 'live=required' or 'live=true'"
    case .repeatedFile(let name): "the data file '\(name)' is given twice"
    case .noColon: "found a '//|' line without 'name: value'"
    case .unknownLine(let name): "unknown block option '\(name)'"
    case .strayLine: "found a '//|' line below code"
    case .imbalance(let kind, let text): kind.message(text)
    case .wrongDocumentation(let value): "found 'doc=\(value)', expected 'doc=false'"
    case .missingSource: "found 'symbol' or 'doc' without 'source'"
    case .sourceNotEmpty: "a block that shows the engine's code has code of its own"
    case .insideHTML: "this block stands inside raw HTML and does not run"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .unclosedFence(let fence): "write a line '\(fence)' after the code, indented as this one"
    case .wrongLanguage: "write 'swift', or the block will not run"
    case .unknownRole(_, let meant): "did you mean '\(meant)'?"
    case .misplacedRole(let word): "write 'swift \(word) …'"
    case .unknownOption(let word): hint(forOption: word)
    case .duplicateOption, .repeatedFile: "remove one of the two"
    case .notAllowed(let option, let role): role.hint(without: option)
    case .belongsOnLine(let option):
      "write '\(option.form)' as the first line of the block"
    case .belongsOnFence(let option): "write '\(option.form)' after the opening fence"
    case .missingValue(let option): "write for example '\(option.form)'"
    case .unexpectedValue(let option): "write only '\(option.rawValue)'"
    case .missingID: "write for example 'swift experiment id=sgd-batch-1'"
    case .duplicateID: "give each experiment of a chapter its own id"
    case .wrongID(_, let suggestion):
      suggestion.map { "write '\($0)'" } ?? "write for example 'sgd-batch-1'"
    case .wrongTimeout: "write for example 'timeout=10s' or 'timeout=500ms'"
    case .wrongExpectation(let value):
      didYouMean(value, among: Expectation.allCases.map(\.rawValue)) ?? "write 'expect=trap'"
    case .wrongLiveness(let value):
      didYouMean(value, among: Liveness.allCases.map(\.rawValue)) ?? "write 'live=false'"
    case .noColon: "write for example '//| caption: Loss by epoch'"
    case .unknownLine(let name): hint(forLine: name)
    case .strayLine: "move it above the first line of code, or write '//' for a comment"
    case .imbalance(let kind, _): kind.hint
    case .wrongDocumentation: "write 'doc=false' to leave out the comments above the declaration"
    case .missingSource: "add 'source=GradientDescent/…', the file below Sources"
    case .sourceNotEmpty: "remove the lines between the fences, or 'source'"
    case .insideHTML: "write an empty line between the HTML and the fence"
    }
  }

  private func hint(forOption word: String) -> String {
    let name = String(Substring(word.utf8.prefix { $0 != 0x3D }))
    let names = BlockOption.allCases.filter { !$0.standsOnLine }.map(\.rawValue)
    return didYouMean(name, among: names + BlockRole.words)
      ?? "the options are \(names.joined(separator: ", "))"
  }

  private func hint(forLine name: String) -> String {
    let names = BlockOption.allCases.filter(\.standsOnLine).map(\.rawValue)
    return didYouMean(name, among: names)
      ?? "the options of '//|' lines are \(names.joined(separator: ", "))"
  }
}

extension BlockRole {
  fileprivate func hint(without option: BlockOption) -> String {
    let isForSetup = option.isAllowed(on: .setup)
    switch self {
    case .listing where isForSetup:
      return "remove it, or write 'swift setup' or 'swift experiment' if the block is to run"
    case .listing: return "remove it, or write 'swift experiment id=…' if the block is to run"
    case .setup, .experiment: return "remove it, or make the block an experiment"
    }
  }
}

extension SwiftImbalance.Kind {
  fileprivate func message(_ text: String) -> String {
    switch self {
    case .unmatchedCloser: "'\(text)' closes nothing that this block has opened"
    case .unclosedOpener: "'\(text)' is not closed in this block"
    case .unterminatedComment: "the comment that begins here does not end in this block"
    case .unterminatedLiteral: "what begins here with '\(text)' does not end in this block"
    case .unmatchedDirective: "'\(text)' without '#if' in this block"
    case .unclosedDirective: "'#if' without '#endif' in this block"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .unmatchedCloser: "remove it, or open it in the same block"
    case .unclosedOpener: "close it in the same block"
    case .unterminatedComment: "write '*/' where it ends"
    case .unterminatedLiteral: "close it in the same block"
    case .unmatchedDirective: "remove it, or write '#if' before it in the same block"
    case .unclosedDirective: "write '#endif' in the same block"
    }
  }
}

extension InlineValueFault {
  fileprivate var message: String {
    switch self {
    case .notAName(let text): "found '\(text)', expected '=experiment.name'"
    case .unknownExperiment(let id, _): "there is no experiment '\(id)' in this chapter"
    case .doesNotRun(let id): "the experiment '\(id)' does not run, so it has no values"
    case .wrongFormat(let format): "found the format '\(format)', expected one such as '%.2f'"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .notAName:
      "write for example '=sgd-noise.floor'; for code, write a space after each backtick, twice"
    case .unknownExperiment(let id, let known):
      didYouMean(id, among: known)
        ?? (known.isEmpty
          ? "write an experiment that publishes it"
          : "the experiments are \(known.joined(separator: ", "))")
    case .doesNotRun: "remove 'norun' from the experiment"
    case .wrongFormat: "write '%.2f' for 0.05, '%.1e' for 4.9 · 10⁻⁵, '%.3g' for three digits"
    }
  }
}

private func didYouMean(_ typed: String, among known: [String]) -> String? {
  NearMiss.question(typed, among: known)
}
