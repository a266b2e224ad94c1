import Digests
import Execution
import Files
import SwiftLexing

/// The code of an experiment for WebAssembly, as it is compiled.
struct ExperimentCode: Sendable {
  let unit: LiveUnit
  /// The name of its function and of its file: experiments with the same code have the same.
  let name: String
  /// The Swift file.
  let source: String
  /// Identifies the code without its texts and comments: a translation's is the same.
  let skeleton: String

  /// Writes the code of an experiment.
  init(_ unit: LiveUnit) {
    self.unit = unit
    // The function's own name is made from all of the text, so it comes last.
    let firstName = "gradbookExperimentFunction"
    let text = KeyPathClosures.replacing(in: unit.source(asFunction: firstName))
    skeleton = Self.skeleton(of: text)
    var digest = SHA256()
    digest.update(text)
    let name = "experiment_" + digest.hexadecimal().prefix(24)
    self.name = name
    source = text.replacing(firstName, with: name)
  }

  private static func skeleton(of text: String) -> String {
    // Longer texts and comments move the lines that the compiler is told.
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#sourceLocation") }
    let code = lines.joined(separator: "\n")
    let bytes = Array(code.utf8)
    var digest = SHA256()
    for token in SwiftLexer.tokens(in: code) {
      switch token.kind {
      case .whitespace, .newline, .comment, .string: break
      default: digest.update(token.text(in: bytes))
      }
    }
    return digest.hexadecimal()
  }

  /// Returns a name for all that the object file depends on.
  func key(_ engine: WasmEngine) -> String {
    var digest = SHA256()
    digest.update("object")
    digest.update(engine.key)
    digest.update(UInt64(WasmTarget.experiment.count))
    for option in WasmTarget.experiment { digest.update(option) }
    digest.update(source)
    return digest.hexadecimal()
  }
}

extension ExperimentCode: Hashable {
  static func == (one: Self, other: Self) -> Bool { one.name == other.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
